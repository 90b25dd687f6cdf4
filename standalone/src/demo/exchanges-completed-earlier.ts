import type { DemoExchange } from './exchanges.js';

const completed = { status: 'COMPLETED' } as const;

/** Handed over more than three weeks ago. */
export const EARLIER_EXCHANGES: readonly DemoExchange[] = [
  {
    ...completed, key: 'racket-for-helmet', proposer: 'lucas_p', other: 'nour', startedDaysAgo: 26.0, acceptedDaysAgo: 25.1, endedDaysAgo: 22.0, handedOverBy: ['lucas_p', 'nour'],
    revisions: [
      { by: 'lucas_p', offered: ['bike-helmet'], requested: ['tennis-racket'], note: 'Je m’inscris au tournoi de quartier, niveau zéro assumé.', daysAgo: 26.0 },
    ],
    messages: [
      { by: 'nour', body: 'Salut ! Le casque est un 56-58, c’est réglable ?', daysAgo: 25.8 },
      { by: 'lucas_p', body: 'Oui, molette derrière. Ma sœur l’a essayé, il lui allait aussi.', daysAgo: 25.7 },
      { by: 'nour', body: 'Vendu. Place Bellecour demain midi ?', daysAgo: 25.09 },
      { by: 'lucas_p', body: 'Sous la queue du cheval, comme tout le monde.', daysAgo: 25.0 },
    ],
    reviews: [
      { by: 'lucas_p', of: 'nour', rating: 5, text: 'Rapide, sympa, raquette au top. J’ai perdu 6-0 mais ce n’est pas sa faute.' },
      { by: 'nour', of: 'lucas_p', rating: 5, text: 'Casque comme neuf et rendez-vous à la minute.' },
    ],
  },
  {
    ...completed, key: 'chairs-for-floor-lamp', proposer: 'jb_pentes', other: 'sylvie_m', startedDaysAgo: 27.0, acceptedDaysAgo: 25.4, endedDaysAgo: 23.0, handedOverBy: ['jb_pentes', 'sylvie_m'],
    revisions: [
      { by: 'jb_pentes', offered: ['tripod-lamp'], requested: ['bistro-chairs'], note: 'Mes invités mangent debout depuis septembre.', daysAgo: 27.0 },
    ],
    messages: [
      { by: 'sylvie_m', body: 'Pauvres invités ! Le lampadaire est-il stable ? J’ai un chien bas sur pattes et rapide.', daysAgo: 26.7 },
      { by: 'jb_pentes', body: 'C’est un pied de géomètre, il a tenu sur des chantiers en plein mistral.', daysAgo: 26.5 },
      { by: 'sylvie_m', body: 'Alors c’est entendu. Pouvez-vous venir avec une voiture pour les quatre chaises ?', daysAgo: 25.39 },
      { by: 'jb_pentes', body: 'Un ami me prête son break dimanche.', daysAgo: 25.2 },
      { by: 'sylvie_m', body: 'Je vous prépare aussi les galettes d’assise.', daysAgo: 25.1 },
    ],
    reviews: [
      { by: 'jb_pentes', of: 'sylvie_m', rating: 5, text: 'Chaises superbes, accueil à l’ancienne, teckel affectueux.' },
      { by: 'sylvie_m', of: 'jb_pentes', rating: 5, text: 'Monsieur cultivé et soigneux. Il a monté le lampadaire avant de partir.' },
    ],
  },
  {
    ...completed, key: 'drill-for-deckchair', proposer: 'sylvie_m', other: 'claire_paul', startedDaysAgo: 29.0, acceptedDaysAgo: 27.7, endedDaysAgo: 25.0, handedOverBy: ['claire_paul', 'sylvie_m'],
    revisions: [
      { by: 'sylvie_m', offered: ['blue-deckchair'], requested: ['green-drill'], note: 'J’ai six tableaux qui attendent par terre depuis le déménagement.', daysAgo: 29.0 },
    ],
    messages: [
      { by: 'claire_paul', body: 'Bonjour Sylvie, avez-vous déjà percé du pisé ? C’est particulier.', daysAgo: 28.7 },
      { by: 'sylvie_m', body: 'Jamais de ma vie, mais mon voisin se dit capable de tout.', daysAgo: 28.5 },
      { by: 'claire_paul', body: 'Alors Paul met les bonnes chevilles dans le coffret. D’accord pour la chaise longue !', daysAgo: 27.69 },
      { by: 'sylvie_m', body: 'Vous êtes trop aimables.', daysAgo: 27.5 },
    ],
    reviews: [
      { by: 'sylvie_m', of: 'claire_paul', rating: 5, text: 'Perceuse parfaite, chevilles offertes. Les six tableaux sont au mur, presque droits.' },
    ],
  },
  {
    ...completed, key: 'watering-can-for-teapot', proposer: 'odile_g', other: 'mei_lin', startedDaysAgo: 30.0, acceptedDaysAgo: 28.6, endedDaysAgo: 26.0, handedOverBy: ['odile_g', 'mei_lin'],
    revisions: [
      { by: 'odile_g', offered: ['blue-watering-can'], requested: ['ceramic-teapot'], note: null, daysAgo: 30.0 },
    ],
    messages: [
      { by: 'mei_lin', body: 'Bonjour Odile, mes plantes ont soif, vous tombez bien.', daysAgo: 29.8 },
      { by: 'odile_g', body: 'Et moi je bois du thé avec trois amies le mardi : 80 cl, c’est juste ce qu’il faut.', daysAgo: 29.5 },
      { by: 'mei_lin', body: 'Je suis à l’atelier de la rue d’Austerlitz le mardi, je vous l’apporte.', daysAgo: 28.59 },
    ],
    reviews: [
      { by: 'mei_lin', of: 'odile_g', rating: 5, text: 'Une dame exquise. L’arrosoir atteint enfin le fond de mon étagère.' },
      { by: 'odile_g', of: 'mei_lin', rating: 5, text: 'La théière ne goutte pas, en effet. Je n’y croyais qu’à moitié.' },
    ],
  },
  {
    ...completed, key: 'phone-for-vacuum', proposer: 'hugo_v', other: 'karim', startedDaysAgo: 31.0, acceptedDaysAgo: 29.9, endedDaysAgo: 27.0, handedOverBy: ['hugo_v', 'karim'],
    revisions: [
      { by: 'hugo_v', offered: ['sled-vacuum'], requested: ['compact-phone'], note: 'Pour mon père, qui veut « juste un téléphone ».', daysAgo: 31.0 },
    ],
    messages: [
      { by: 'karim', body: 'Bonjour Hugo, l’aspirateur fait beaucoup de bruit ?', daysAgo: 30.8 },
      { by: 'hugo_v', body: 'Raisonnable, on s’entend parler. Le téléphone est débloqué ?', daysAgo: 30.6 },
      { by: 'karim', body: 'Oui, et je l’ai remis à zéro. Il est prêt.', daysAgo: 30.4 },
      { by: 'hugo_v', body: 'Top. Je peux passer à Jean-Macé en sortant du boulot.', daysAgo: 29.89 },
      { by: 'karim', body: 'Demain 19 h, devant la mairie du 7ᵉ.', daysAgo: 29.5 },
      { by: 'hugo_v', body: 'Le métro est arrêté, j’aurai vingt minutes de retard, vraiment désolé.', daysAgo: 27.02 },
      { by: 'karim', body: 'Pas grave, je prends une tarte au marché en attendant.', daysAgo: 27.01 },
    ],
    reviews: [
      { by: 'hugo_v', of: 'karim', rating: 5, text: 'Il m’a attendu sans râler et m’a offert une part de tarte. Mon père adore son téléphone.' },
      { by: 'karim', of: 'hugo_v', rating: 4, text: 'Aspirateur conforme. Un peu de retard, mais il a prévenu.' },
    ],
  },
  {
    ...completed, key: 'lamps-for-print', proposer: 'nour', other: 'tomas', startedDaysAgo: 33.0, acceptedDaysAgo: 31.5, endedDaysAgo: 29.0, handedOverBy: ['nour', 'tomas'],
    revisions: [
      { by: 'nour', offered: ['bedside-lamps'], requested: ['framed-print'], note: 'Bonjour, l’atelier de la rue Burdeau, je le connais bien !', daysAgo: 33.0 },
    ],
    messages: [
      { by: 'tomas', body: 'Ah, une voisine d’atelier. Les lampes sont vraiment orange, ou « orange annonce » ?', daysAgo: 32.8 },
      { by: 'nour', body: 'Orange orange. Comme un coucher de soleil qui en fait trop.', daysAgo: 32.6 },
      { by: 'tomas', body: 'Parfait, j’adore. L’éclat du cadre ne te gêne pas ?', daysAgo: 32.5 },
      { by: 'nour', body: 'Un coup de feutre et on n’en parle plus.', daysAgo: 32.4 },
      { by: 'tomas', body: 'Marché conclu. Je joue jeudi dans un bar des Pentes, tu peux venir la chercher au premier rang.', daysAgo: 31.49 },
      { by: 'nour', body: 'Une sérigraphie et un concert contre deux lampes, je suis gênée.', daysAgo: 31.2 },
      { by: 'tomas', body: 'Attends d’avoir entendu le concert.', daysAgo: 31.19 },
    ],
    reviews: [
      { by: 'tomas', of: 'nour', rating: 5, text: 'Lampes ravissantes, et elle est restée jusqu’au rappel.' },
      { by: 'nour', of: 'tomas', rating: 5, text: 'Sérigraphie emballée comme au musée. Et le concert était très bien.' },
    ],
  },
  {
    ...completed, key: 'records-for-game', proposer: 'tomas', other: 'jb_pentes', startedDaysAgo: 35.0, acceptedDaysAgo: 33.2, endedDaysAgo: 31.0, handedOverBy: ['tomas', 'jb_pentes'],
    revisions: [
      { by: 'tomas', offered: ['soul-records'], requested: ['strategy-game'], note: 'On peut y jouer à deux sans se séparer ?', daysAgo: 35.0 },
    ],
    messages: [
      { by: 'jb_pentes', body: 'À deux c’est redoutable. Prévoyez une soirée sans témoin.', daysAgo: 34.7 },
      { by: 'tomas', body: 'Dans les disques il y a un Nina Simone un peu fatigué, je préfère le dire.', daysAgo: 34.5 },
      { by: 'jb_pentes', body: 'Elle a le droit. Je prends.', daysAgo: 33.19 },
      { by: 'tomas', body: 'Je te les descends samedi, on est à dix minutes.', daysAgo: 33.0 },
    ],
    reviews: [
      { by: 'jb_pentes', of: 'tomas', rating: 5, text: 'Disques propres, descriptions honnêtes, et il les a portés jusqu’à ma porte.' },
    ],
  },
  {
    ...completed, key: 'jeans-for-shirt', proposer: 'tomas', other: 'karim', startedDaysAgo: 37.0, acceptedDaysAgo: 35.5, endedDaysAgo: 33.0, handedOverBy: ['karim', 'tomas'],
    revisions: [
      { by: 'tomas', offered: ['cuban-shirt'], requested: ['raw-jeans'], note: 'Je fais un 32, et je marche beaucoup trop pour les tartes.', daysAgo: 37.0 },
    ],
    messages: [
      { by: 'karim', body: 'Quelle chance. La chemise est un vrai M ?', daysAgo: 36.7 },
      { by: 'tomas', body: 'Un M généreux, coupe droite. Elle pardonne tout.', daysAgo: 36.5 },
      { by: 'karim', body: 'Elle est pour moi alors.', daysAgo: 35.49 },
      { by: 'tomas', body: 'Je te préviens, les gens vont te demander si tu danses.', daysAgo: 35.3 },
    ],
    reviews: [
      { by: 'tomas', of: 'karim', rating: 5, text: 'Jean parfait, comme décrit, et un type très drôle.' },
      { by: 'karim', of: 'tomas', rating: 5, text: 'Chemise magnifique. On m’a demandé deux fois si je dansais.' },
    ],
  },
  {
    ...completed, key: 'cuckoo-for-zola', proposer: 'odile_g', other: 'dede42', startedDaysAgo: 39.0, acceptedDaysAgo: 37.1, endedDaysAgo: 34.0, handedOverBy: ['odile_g', 'dede42'],
    revisions: [
      { by: 'odile_g', offered: ['zola-set'], requested: ['cuckoo-clock'], note: 'Trente secondes de retard, à mon âge, c’est de la ponctualité.', daysAgo: 39.0 },
    ],
    messages: [
      { by: 'dede42', body: 'Madame, vous m’êtes sympathique. J’ai lu Germinal à l’école, forcément, ici.', daysAgo: 38.6 },
      { by: 'odile_g', body: 'Vous aurez les dix-sept autres pour l’hiver.', daysAgo: 38.3 },
      { by: 'dede42', body: 'Je vous le pose moi-même, il faut qu’il soit d’aplomb, sinon il boude.', daysAgo: 37.09 },
      { by: 'odile_g', body: 'Je vous garde à déjeuner, alors.', daysAgo: 36.8 },
      { by: 'dede42', body: 'Il chante toujours ?', daysAgo: 28.3 },
      { by: 'odile_g', body: 'Toutes les heures, et le chat l’a accepté. Où en êtes-vous ?', daysAgo: 28.0 },
      { by: 'dede42', body: 'Au Ventre de Paris. Ça donne faim.', daysAgo: 27.9 },
    ],
    reviews: [
      { by: 'odile_g', of: 'dede42', rating: 5, text: 'Venu de Saint-Étienne avec son niveau à bulle pour accrocher un coucou. Il n’y en a plus des comme ça.' },
      { by: 'dede42', of: 'odile_g', rating: 5, text: 'Blanquette remarquable, livres aussi.' },
    ],
  },
  {
    ...completed, key: 'blocks-for-train', proposer: 'amina_d', other: 'claire_paul', startedDaysAgo: 40.0, acceptedDaysAgo: 38.8, endedDaysAgo: 36.0, handedOverBy: ['claire_paul', 'amina_d'],
    revisions: [
      { by: 'amina_d', offered: ['wooden-train'], requested: ['wooden-blocks'], note: 'Ma grande ne jure plus que par les châteaux.', daysAgo: 40.0 },
    ],
    messages: [
      { by: 'claire_paul', body: 'Et le nôtre que par les trains, ça tombe bien. Il y a des aiguillages ?', daysAgo: 39.8 },
      { by: 'amina_d', body: 'Quatre, et un pont qui fait dérailler tout le monde.', daysAgo: 39.6 },
      { by: 'claire_paul', body: 'C’est exactement ce qu’il faut. On accepte !', daysAgo: 38.79 },
      { by: 'amina_d', body: 'Samedi au marché de Monplaisir, devant le fromager ?', daysAgo: 38.5 },
      { by: 'claire_paul', body: 'Très bien, nous aurons une poussette pleine de cubes.', daysAgo: 38.4 },
    ],
    reviews: [
      { by: 'amina_d', of: 'claire_paul', rating: 5, text: 'Quatre-vingts cubes, tous là, lavés. Ma fille ne les lâche plus.' },
      { by: 'claire_paul', of: 'amina_d', rating: 5, text: 'Circuit immense et complet. Rencontre très agréable, on est devenus amis de marché.' },
    ],
  },
  {
    ...completed, key: 'coat-for-handbag', proposer: 'mei_lin', other: 'nour', startedDaysAgo: 42.0, acceptedDaysAgo: 40.3, endedDaysAgo: 38.0, handedOverBy: ['mei_lin', 'nour'],
    revisions: [
      { by: 'mei_lin', offered: ['leather-handbag'], requested: ['wool-coat'], note: 'Un 38, bleu marine : je le cherche depuis deux hivers.', daysAgo: 42.0 },
    ],
    messages: [
      { by: 'nour', body: 'Bonjour ! Il est un peu long, tu mesures combien ?', daysAgo: 41.8 },
      { by: 'mei_lin', body: '1,68 m. Il arrive où, sur toi ?', daysAgo: 41.7 },
      { by: 'nour', body: 'Sous le genou, et je fais 1,65 m.', daysAgo: 41.6 },
      { by: 'mei_lin', body: 'Parfait. Le sac, tu veux d’autres photos ?', daysAgo: 41.5 },
      { by: 'nour', body: 'Juste l’intérieur, s’il te plaît. Je transporte un appareil photo et trois objectifs.', daysAgo: 41.4 },
      { by: 'mei_lin', body: 'Ça rentre, j’ai essayé avec le mien et une bouteille de lait.', daysAgo: 41.0 },
      { by: 'nour', body: 'Excellent test. C’est d’accord !', daysAgo: 40.29 },
      { by: 'mei_lin', body: 'Dimanche sur les quais, côté Saint-Antoine ? J’y achète mes légumes.', daysAgo: 40.0 },
      { by: 'nour', body: 'À dimanche, je serai celle qui porte le manteau pour la dernière fois.', daysAgo: 39.9 },
      { by: 'mei_lin', body: 'Je ne le quitte plus. Merci Nour.', daysAgo: 35.2 },
    ],
    reviews: [
      { by: 'mei_lin', of: 'nour', rating: 5, text: 'Manteau brossé, bouton de rechange dans la poche comme promis. Tout était vrai.' },
      { by: 'nour', of: 'mei_lin', rating: 5, text: 'Le sac est plus beau en vrai. Et c’est devenu une amie.' },
    ],
  },
  {
    ...completed, key: 'alarm-clock-for-shirt', proposer: 'jb_pentes', other: 'karim', startedDaysAgo: 46.0, acceptedDaysAgo: 44.0, endedDaysAgo: 41.0, handedOverBy: ['jb_pentes', 'karim'],
    revisions: [
      { by: 'jb_pentes', offered: ['bottle-green-shirt'], requested: ['alarm-clock'], note: 'Mon téléphone ne me réveille plus, je l’éteins en dormant.', daysAgo: 46.0 },
      { by: 'karim', offered: ['alarm-clock'], requested: ['bottle-green-shirt'], note: 'D’accord, mais vos voisins sont prévenus ?', daysAgo: 45.2 },
    ],
    messages: [
      { by: 'karim', body: 'La chemise, c’est un M droit ou cintré ?', daysAgo: 45.4 },
      { by: 'jb_pentes', body: 'Droit, à l’ancienne. Et mes voisins sont sourds ou musiciens, ce qui revient au même.', daysAgo: 44.6 },
      { by: 'karim', body: 'Alors tout va bien.', daysAgo: 44.5 },
    ],
    reviews: [
      { by: 'jb_pentes', of: 'karim', rating: 5, text: 'Je n’ai plus d’excuse pour arriver en retard. Échange rapide et souriant.' },
      { by: 'karim', of: 'jb_pentes', rating: 5, text: 'Chemise neuve ou presque, conversation excellente.' },
    ],
  },
  {
    ...completed, key: 'bag-for-vase', proposer: 'sylvie_m', other: 'mei_lin', startedDaysAgo: 48.0, acceptedDaysAgo: 46.6, endedDaysAgo: 44.0, handedOverBy: ['sylvie_m', 'mei_lin'],
    revisions: [
      { by: 'sylvie_m', offered: ['burgundy-bag'], requested: ['thrown-vase'], note: 'Un premier vase, cela se garde. Mais si vous le cédez, je le prends.', daysAgo: 48.0 },
    ],
    messages: [
      { by: 'mei_lin', body: 'Bonjour Sylvie, il sera mieux chez vous qu’au fond de l’atelier. Le sac ferme-t-il bien ?', daysAgo: 47.7 },
      { by: 'sylvie_m', body: 'Comme en 1978. Je l’ai toujours rangé dans sa housse.', daysAgo: 47.5 },
      { by: 'mei_lin', body: 'Affaire conclue.', daysAgo: 46.59 },
    ],
    reviews: [
      { by: 'mei_lin', of: 'sylvie_m', rating: 5, text: 'Un sac de près de cinquante ans dans un état incroyable, avec sa facture.' },
    ],
  },
];
