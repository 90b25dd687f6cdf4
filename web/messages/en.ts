import account from './en/account.json';
import chat from './en/chat.json';
import common from './en/common.json';
import exchange from './en/exchange.json';
import frame from './en/frame.json';
import home from './en/home.json';
import item from './en/item.json';
import photo from './en/photo.json';
import profile from './en/profile.json';
import propose from './en/propose.json';
import publish from './en/publish.json';
import search from './en/search.json';
import settings from './en/settings.json';
import town from './en/town.json';
import welcome from './en/welcome.json';

/** Every text in English, by where it stands. */
const messages = { account, chat, common, exchange, frame, home, item, photo, profile, propose, publish, search, settings, town, welcome };
export default messages;
