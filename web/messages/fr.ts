import account from './fr/account.json';
import chat from './fr/chat.json';
import common from './fr/common.json';
import exchange from './fr/exchange.json';
import frame from './fr/frame.json';
import home from './fr/home.json';
import item from './fr/item.json';
import photo from './fr/photo.json';
import profile from './fr/profile.json';
import propose from './fr/propose.json';
import publish from './fr/publish.json';
import search from './fr/search.json';
import settings from './fr/settings.json';
import town from './fr/town.json';
import welcome from './fr/welcome.json';

/** Every text in French, by where it stands. */
const messages = { account, chat, common, exchange, frame, home, item, photo, profile, propose, publish, search, settings, town, welcome };
export default messages;
