import type { DemoExchange } from './exchanges.js';

/** Declined, cancelled, and run out without an answer: it happens to everyone. */
export const ENDED_EXCHANGES: readonly DemoExchange[] = [
  {
    key: 'broken-laptop-for-reflex', proposer: 'mathis_t', other: 'nour', status: 'DECLINED', startedDaysAgo: 8.9, acceptedDaysAgo: null, endedDaysAgo: 8.2, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'mathis_t', offered: ['laptop-for-parts'], requested: ['film-reflex'], note: 'On peut en faire plein de choses, avec les pièces.', daysAgo: 8.9 },
    ],
    messages: [
      { by: 'mathis_t', body: 'Bonjour ! Je tente, on ne sait jamais.', daysAgo: 8.88 },
      { by: 'nour', body: 'Bonjour Mathis, c’est gentil mais je ne saurais pas quoi en faire. Bonne chance avec ton annonce !', daysAgo: 8.21 },
    ],
  },
  {
    key: 'tent-for-espresso', proposer: 'lucas_p', other: 'karim', status: 'DECLINED', startedDaysAgo: 7.0, acceptedDaysAgo: null, endedDaysAgo: 6.6, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'lucas_p', offered: ['blue-tent'], requested: ['espresso-machine'], note: null, daysAgo: 7.0 },
    ],
    messages: [
      { by: 'lucas_p', body: 'Re-salut Karim, maintenant que tu as mes topos… il te manque une tente, non ?', daysAgo: 6.99 },
      { by: 'karim', body: 'Joli raisonnement ! Mais j’ai dormi dehors une fois dans ma vie et ça m’a suffi.', daysAgo: 6.61 },
    ],
  },
  {
    key: 'paperbacks-for-turntable', proposer: 'karim', other: 'tomas', status: 'DECLINED', startedDaysAgo: 10.0, acceptedDaysAgo: null, endedDaysAgo: 8.5, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'karim', offered: ['paperbacks'], requested: ['black-turntable'], note: 'Je sais que c’est optimiste.', daysAgo: 10.0 },
      { by: 'tomas', offered: ['black-turntable'], requested: ['folk-guitar'], note: 'La guitare que tu viens de publier, par exemple ?', daysAgo: 8.9 },
    ],
    messages: [
      { by: 'karim', body: 'Salut l’artiste. Douze bons romans contre de la bonne musique ?', daysAgo: 9.98 },
      { by: 'tomas', body: 'Elle vaut un peu plus que ça, Karim, même avec Izzo dans le lot.', daysAgo: 9.4 },
      { by: 'tomas', body: 'Par contre, ta guitare…', daysAgo: 8.89 },
      { by: 'karim', body: 'Je veux d’abord essayer de l’échanger contre un appareil photo. Sans rancune !', daysAgo: 8.51 },
    ],
  },
  {
    key: 'pilea-for-dutch-bike', proposer: 'nour', other: 'mei_lin', status: 'DECLINED', startedDaysAgo: 6.5, acceptedDaysAgo: null, endedDaysAgo: 6.0, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'nour', offered: ['pilea', 'oval-mirror'], requested: ['dutch-bike'], note: 'Une plante, deux bébés plantes et un miroir pour les regarder.', daysAgo: 6.5 },
    ],
    messages: [
      { by: 'nour', body: 'Coucou Mei-Lin ! Je sais que c’est peu pour un vélo, dis-moi franchement.', daysAgo: 6.49 },
      { by: 'mei_lin', body: 'Franchement, c’est adorable mais je vise un appareil photo instantané. Passe boire un thé quand même.', daysAgo: 6.02 },
    ],
  },
  {
    key: 'rug-for-sofa', proposer: 'amina_d', other: 'sylvie_m', status: 'DECLINED', startedDaysAgo: 8.0, acceptedDaysAgo: null, endedDaysAgo: 7.1, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'amina_d', offered: ['berber-rug'], requested: ['blue-sofa'], note: 'Bonjour Sylvie, le tapis est ancien et très beau.', daysAgo: 8.0 },
    ],
    messages: [
      { by: 'amina_d', body: 'Je peux l’apporter chez vous pour voir s’il va dans votre salon.', daysAgo: 7.98 },
      { by: 'sylvie_m', body: 'Il est superbe, mais je cherche à désencombrer. Un petit bureau me ferait davantage envie. Merci d’avoir pensé à moi.', daysAgo: 7.11 },
    ],
  },
  {
    key: 'scooter-for-handheld', proposer: 'karim', other: 'hugo_v', status: 'CANCELLED', startedDaysAgo: 4.9, acceptedDaysAgo: null, endedDaysAgo: 4.2, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'karim', offered: ['adult-scooter'], requested: ['handheld-console'], note: 'Pour les trajets, l’une ou l’autre.', daysAgo: 4.9 },
    ],
    messages: [
      { by: 'karim', body: 'Salut Hugo, le petit téléphone tient le coup ?', daysAgo: 4.88 },
      { by: 'hugo_v', body: 'Impeccable. Pour la console, il me faudrait plutôt des affaires de bébé, désolé.', daysAgo: 4.5 },
      { by: 'karim', body: 'Je comprends, j’annule alors. Et félicitations !', daysAgo: 4.22 },
    ],
  },
  {
    key: 'mirror-for-mirror', proposer: 'yasmine_k', other: 'nour', status: 'CANCELLED', startedDaysAgo: 19.5, acceptedDaysAgo: 18.7, endedDaysAgo: 12.6, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'yasmine_k', offered: ['arch-mirror'], requested: ['oval-mirror'], note: 'Un grand contre un petit : mon studio a rétréci.', daysAgo: 19.5 },
    ],
    messages: [
      { by: 'nour', body: 'Bonjour Yasmine, pourquoi pas ! Il passe dans un ascenseur ?', daysAgo: 19.1 },
      { by: 'yasmine_k', body: 'En diagonale, oui, je l’ai fait.', daysAgo: 19.0 },
      { by: 'nour', body: 'Accepté, on cale un jour ?', daysAgo: 18.69 },
      { by: 'yasmine_k', body: 'Samedi je n’ai pas de voiture, le suivant je travaille. Le mardi d’après ?', daysAgo: 17.4 },
      { by: 'nour', body: 'Le mardi c’est moi qui suis prise…', daysAgo: 17.0 },
      { by: 'nour', body: 'J’ai mesuré mon couloir : 1,55 m. Votre miroir ne passera jamais la porte du salon.', daysAgo: 12.8 },
      { by: 'yasmine_k', body: 'Aïe. On annule alors, sans regret. Merci d’avoir mesuré avant et pas après !', daysAgo: 12.61 },
    ],
  },
  {
    key: 'kettle-for-mixer', proposer: 'hannah_k', other: 'claire_paul', status: 'CANCELLED', startedDaysAgo: 9.8, acceptedDaysAgo: 9.0, endedDaysAgo: 6.2, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'hannah_k', offered: ['electric-kettle'], requested: ['stand-mixer'], note: 'I promise to bake you shortbread.', daysAgo: 9.8 },
    ],
    messages: [
      { by: 'claire_paul', body: 'Bonjour Hannah, la promesse de sablés pèse lourd. C’est d’accord !', daysAgo: 9.01 },
      { by: 'hannah_k', body: 'Wonderful ! Je peux venir vendredi soir.', daysAgo: 8.6 },
      { by: 'claire_paul', body: 'Nous sommes désolés, la mère de Paul nous réclame le robot, c’est elle qui nous l’avait offert. Nous devons annuler.', daysAgo: 6.25 },
      { by: 'hannah_k', body: 'Ne jamais contrarier une belle-mère. No hard feelings!', daysAgo: 6.21 },
    ],
  },
  {
    key: 'evening-dress-for-toolbox', proposer: 'fatou_n', other: 'karim', status: 'EXPIRED', startedDaysAgo: 14.6, acceptedDaysAgo: null, endedDaysAgo: 7.6, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'fatou_n', offered: ['evening-dress'], requested: ['blue-toolbox'], note: 'Pour votre compagne, peut-être ?', daysAgo: 14.6 },
    ],
    messages: [
      { by: 'fatou_n', body: 'Bonjour Karim, la robe est presque neuve. Est-ce que la caisse contient une clé Allen de 6 ?', daysAgo: 14.58 },
      { by: 'fatou_n', body: 'Je me permets de relancer, j’ai un lit à monter.', daysAgo: 11.2 },
    ],
  },
  {
    key: 'chair-for-armchair', proposer: 'nour', other: 'mei_lin', status: 'EXPIRED', startedDaysAgo: 11.0, acceptedDaysAgo: null, endedDaysAgo: 4.0, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'nour', offered: ['velvet-chair'], requested: ['terracotta-armchair'], note: 'Assise contre assise.', daysAgo: 11.0 },
    ],
    messages: [
      { by: 'nour', body: 'Coucou, ton fauteuil est de la couleur exacte de mes rideaux. C’est troublant.', daysAgo: 10.98 },
      { by: 'mei_lin', body: 'Je suis en déplacement à Taipei, je te réponds en rentrant !', daysAgo: 9.6 },
    ],
  },
  {
    key: 'toolbox-for-mixer', proposer: 'karim', other: 'claire_paul', status: 'EXPIRED', startedDaysAgo: 10.1, acceptedDaysAgo: null, endedDaysAgo: 3.1, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'karim', offered: ['blue-toolbox'], requested: ['stand-mixer'], note: 'Pour le pain, promis, pas pour la brioche.', daysAgo: 10.1 },
    ],
    messages: [
      { by: 'karim', body: 'Bonjour Claire et Paul, est-ce que le robot pétrit un kilo de pâte ?', daysAgo: 10.09 },
      { by: 'claire_paul', body: 'Bonjour Karim, jusqu’à 800 g sans forcer. Nous avons une autre demande en cours, nous revenons vers vous.', daysAgo: 9.7 },
    ],
  },
  {
    key: 'fan-for-deckchair', proposer: 'salome_v', other: 'ines_m', status: 'EXPIRED', startedDaysAgo: 16.2, acceptedDaysAgo: null, endedDaysAgo: 9.2, handedOverBy: [], reviews: [],
    revisions: [
      { by: 'salome_v', offered: ['blue-fan'], requested: ['striped-deckchair'], note: 'Marseille-Montpellier, ça se fait en covoiturage ?', daysAgo: 16.2 },
    ],
    messages: [
      { by: 'salome_v', body: 'Bonjour Inès, première proposition de ma vie ici, soyez indulgente.', daysAgo: 16.19 },
      { by: 'salome_v', body: 'Je descends à Montpellier le week-end prochain si jamais.', daysAgo: 13.5 },
    ],
  },
];
