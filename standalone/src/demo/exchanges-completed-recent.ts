import type { DemoExchange } from './exchanges.js';

const completed = { status: 'COMPLETED' } as const;

/** Handed over within the last three weeks. */
export const RECENT_EXCHANGES: readonly DemoExchange[] = [
  {
    ...completed, key: 'headphones-for-e-reader', proposer: 'jb_pentes', other: 'lucas_p', startedDaysAgo: 11.0, acceptedDaysAgo: 9.6, endedDaysAgo: 7.0, handedOverBy: ['lucas_p', 'jb_pentes'],
    revisions: [
      { by: 'jb_pentes', offered: ['e-reader'], requested: ['closed-headphones'], note: 'J’ai besoin de silence, vous de lecture.', daysAgo: 11.0 },
    ],
    messages: [
      { by: 'lucas_p', body: 'Bonjour ! La liseuse lit les fichiers de la bibliothèque municipale ?', daysAgo: 10.7 },
      { by: 'jb_pentes', body: 'Oui, c’est comme ça que je l’utilisais. Je vous montrerai la manip, elle est pénible une fois puis c’est réglé.', daysAgo: 10.5 },
      { by: 'lucas_p', body: 'Parfait, alors je suis partant.', daysAgo: 9.59 },
      { by: 'jb_pentes', body: 'Je tiens salon au café des Pentes tous les jeudis. 19 h ?', daysAgo: 9.4 },
      { by: 'lucas_p', body: 'À jeudi !', daysAgo: 9.3 },
      { by: 'lucas_p', body: 'Merci pour le cours particulier, j’ai déjà emprunté trois livres.', daysAgo: 6.2 },
    ],
    reviews: [
      { by: 'lucas_p', of: 'jb_pentes', rating: 5, text: 'Liseuse comme neuve, et une demi-heure d’explications autour d’un verre. Adorable.' },
      { by: 'jb_pentes', of: 'lucas_p', rating: 5, text: 'Ponctuel, casque impeccable. J’entends enfin mes pensées, hélas.' },
    ],
  },
  {
    ...completed, key: 'teapot-for-puzzle', proposer: 'sylvie_m', other: 'nour', startedDaysAgo: 13.0, acceptedDaysAgo: 11.4, endedDaysAgo: 9.0, handedOverBy: ['nour', 'sylvie_m'],
    revisions: [
      { by: 'sylvie_m', offered: ['lyon-puzzle'], requested: ['glazed-teapot'], note: 'Bonjour, la recollure du couvercle ne me fait pas peur.', daysAgo: 13.0 },
    ],
    messages: [
      { by: 'nour', body: 'Bonjour Sylvie, le puzzle est vraiment complet ? Mon père compte les pièces.', daysAgo: 12.8 },
      { by: 'sylvie_m', body: 'Mille pile, votre père peut vérifier. Le ciel lui prendra trois soirées.', daysAgo: 12.6 },
      { by: 'nour', body: 'Il va adorer détester ça. J’accepte !', daysAgo: 11.39 },
      { by: 'nour', body: 'Je passe par le parc de la Tête d’Or mercredi, on peut se retrouver à l’entrée des Enfants du Rhône ?', daysAgo: 11.2 },
      { by: 'sylvie_m', body: 'Volontiers, j’y promène mon chien à 11 h.', daysAgo: 11.0 },
      { by: 'nour', body: 'Parfait. Quelle race, que je vous reconnaisse ?', daysAgo: 10.98 },
      { by: 'sylvie_m', body: 'Un teckel à poil dur qui se prend pour un loup.', daysAgo: 10.9 },
      { by: 'nour', body: 'Papa a déjà fini les bords. Il ne parle plus à personne, merci Sylvie.', daysAgo: 8.1 },
      { by: 'sylvie_m', body: 'Et moi je bois trop de thé à la menthe. Nous sommes quittes.', daysAgo: 7.9 },
    ],
    reviews: [
      { by: 'sylvie_m', of: 'nour', rating: 5, text: 'Une jeune femme charmante, à l’heure, et une théière pleine de caractère.' },
      { by: 'nour', of: 'sylvie_m', rating: 5, text: 'Puzzle complet et parfaitement rangé, sachets par couleur. Échange délicieux.' },
    ],
  },
  {
    ...completed, key: 'drill-for-pan', proposer: 'bastien_c', other: 'dede42', startedDaysAgo: 15.0, acceptedDaysAgo: 13.2, endedDaysAgo: 10.0, handedOverBy: ['bastien_c', 'dede42'],
    revisions: [
      { by: 'bastien_c', offered: ['crepe-pan'], requested: ['orange-drill'], note: 'Je passe à Saint-Étienne voir ma sœur le 12.', daysAgo: 15.0 },
    ],
    messages: [
      { by: 'dede42', body: 'Bonjour jeune homme. La poêle, elle accroche ?', daysAgo: 14.8 },
      { by: 'bastien_c', body: 'Seulement si on l’insulte. Elle a fait mille crêpes en refuge.', daysAgo: 14.6 },
      { by: 'dede42', body: 'Ma femme dit d’accord. Je vous mets les deux batteries chargées et un jeu de mèches.', daysAgo: 13.19 },
      { by: 'bastien_c', body: 'Merci beaucoup ! J’ai une mezzanine à monter.', daysAgo: 13.0 },
      { by: 'dede42', body: 'Vous avez bien repéré les montants ? Si c’est du placo, chevilles à bascule, pas autre chose.', daysAgo: 12.8 },
      { by: 'bastien_c', body: 'C’est du béton banché.', daysAgo: 12.7 },
      { by: 'dede42', body: 'Alors il vous faut un perforateur pour les trous, la visseuse pour le reste. Je vous prête le mien, vous me le rendrez au prochain passage.', daysAgo: 12.5 },
      { by: 'bastien_c', body: 'Sérieusement ? Merci !', daysAgo: 12.4 },
      { by: 'dede42', body: 'Et des lunettes. Je tiens à ce que vous gardiez les deux yeux.', daysAgo: 12.3 },
      { by: 'bastien_c', body: 'Bien arrivé, la mezzanine est debout, et moi aussi.', daysAgo: 5.6 },
      { by: 'dede42', body: 'Une photo, la prochaine fois. Les crêpes étaient bonnes.', daysAgo: 5.4 },
    ],
    reviews: [
      { by: 'bastien_c', of: 'dede42', rating: 5, text: 'Outil parfait, conseils en or, perforateur prêté à un inconnu. Il faudrait un Dédé par quartier.' },
      { by: 'dede42', of: 'bastien_c', rating: 5, text: 'Gars sérieux, poêle très propre. Je lui ai confié mon perforateur les yeux fermés.' },
    ],
  },
  {
    ...completed, key: 'jumper-for-pyjamas', proposer: 'claire_paul', other: 'fatou_n', startedDaysAgo: 15.5, acceptedDaysAgo: 14.1, endedDaysAgo: 12.0, handedOverBy: ['claire_paul', 'fatou_n'],
    revisions: [
      { by: 'claire_paul', offered: ['one-year-pyjamas'], requested: ['green-jumper'], note: 'Du vert contre du vert.', daysAgo: 15.5 },
    ],
    messages: [
      { by: 'fatou_n', body: 'Bonsoir, c’est pour la petite de ma sœur, elle a onze mois. Les pressions tiennent toutes ?', daysAgo: 15.2 },
      { by: 'claire_paul', body: 'Toutes vérifiées, on en a même recousu deux. Le pull gratte-t-il ?', daysAgo: 15.0 },
      { by: 'fatou_n', body: 'Un peu au cou, mais avec une chemise dessous ça passe.', daysAgo: 14.9 },
      { by: 'claire_paul', body: 'Paul porte toujours une chemise. Vendu, enfin, échangé !', daysAgo: 14.2 },
      { by: 'fatou_n', body: 'Je suis de nuit à Édouard-Herriot, on peut se voir le matin à la sortie du métro Grange Blanche ?', daysAgo: 13.8 },
      { by: 'claire_paul', body: 'Jeudi 8 h, avec des croissants pour votre fin de garde.', daysAgo: 13.6 },
    ],
    reviews: [
      { by: 'fatou_n', of: 'claire_paul', rating: 5, text: 'Vêtements repassés, pliés, et deux croissants. J’ai failli pleurer après ma nuit.' },
      { by: 'claire_paul', of: 'fatou_n', rating: 4, text: 'Très gentille et très beau pull, un peu plus petit qu’un M.' },
    ],
  },
  {
    ...completed, key: 'backpack-for-guides', proposer: 'lucas_p', other: 'karim', startedDaysAgo: 18.5, acceptedDaysAgo: 17.2, endedDaysAgo: 14.0, handedOverBy: ['karim', 'lucas_p'],
    revisions: [
      { by: 'lucas_p', offered: ['hiking-guides'], requested: ['blue-backpack'], note: 'Pour dépasser enfin les Monts d’Or.', daysAgo: 18.5 },
    ],
    messages: [
      { by: 'karim', body: 'Salut Lucas, je me sens visé. Par où commencer, pour un débutant qui s’essouffle ?', daysAgo: 18.3 },
      { by: 'lucas_p', body: 'La Chartreuse, page 34 : le Charmant Som. Deux heures, des vaches, un fromager en haut.', daysAgo: 18.2 },
      { by: 'karim', body: 'Tu m’as eu à fromager.', daysAgo: 18.1 },
      { by: 'lucas_p', body: 'Le sac a une ceinture ventrale ?', daysAgo: 17.9 },
      { by: 'karim', body: 'Oui, et une poche pour la gourde. Allez, c’est oui. Café à la Guillotière demain ?', daysAgo: 17.19 },
      { by: 'lucas_p', body: 'Demain je pars en stage, samedi plutôt.', daysAgo: 17.0 },
      { by: 'karim', body: 'Samedi.', daysAgo: 16.98 },
      { by: 'karim', body: 'J’ai fait le Charmant Som. J’ai mis trois heures, j’ai mangé du fromage, je recommence dimanche.', daysAgo: 7.4 },
    ],
    reviews: [
      { by: 'lucas_p', of: 'karim', rating: 5, text: 'Sac nickel, échange hyper simple. Et il va se mettre à la randonnée, victoire.' },
      { by: 'karim', of: 'lucas_p', rating: 5, text: 'Des topos annotés avec soin, et les bons conseils qui vont avec.' },
    ],
  },
  {
    ...completed, key: 'cookbooks-for-radio', proposer: 'odile_g', other: 'nour', startedDaysAgo: 21.0, acceptedDaysAgo: 18.9, endedDaysAgo: 16.0, handedOverBy: ['nour', 'odile_g'],
    revisions: [
      { by: 'odile_g', offered: ['kitchen-radio'], requested: ['cookbooks'], note: 'Je voudrais étonner mes enfants à Noël.', daysAgo: 21.0 },
    ],
    messages: [
      { by: 'nour', body: 'Bonjour Odile ! Le livre annoté par ma mère, je l’ai photographié en entier, donc vous pouvez l’avoir. Il est taché d’huile, je préviens.', daysAgo: 20.6 },
      { by: 'odile_g', body: 'Un livre de cuisine propre est un livre qui n’a pas servi.', daysAgo: 20.3 },
      { by: 'nour', body: 'Je vous adore. C’est oui.', daysAgo: 18.89 },
      { by: 'odile_g', body: 'Je descends rarement la colline, pourriez-vous monter ? Je vous offre un café et une part de tarte.', daysAgo: 18.5 },
      { by: 'nour', body: 'Pour une tarte je monte à pied. Vendredi ?', daysAgo: 18.4 },
      { by: 'odile_g', body: 'Vendredi quatre heures, quatrième étage, la porte verte.', daysAgo: 18.2 },
      { by: 'odile_g', body: 'Le houmous de la page 42 a été un triomphe. On m’en redemande pour Pâques.', daysAgo: 11.3 },
    ],
    reviews: [
      { by: 'odile_g', of: 'nour', rating: 5, text: 'Elle est montée jusqu’à la Croix-Rousse à pied, avec du persil frais. Que dire de plus.' },
      { by: 'nour', of: 'odile_g', rating: 5, text: 'La radio marche à merveille et la tarte était aux quetsches. Une rencontre.' },
    ],
  },
  {
    ...completed, key: 'toaster-for-transistor', proposer: 'quentin_d', other: 'zofia_w', startedDaysAgo: 21.0, acceptedDaysAgo: 19.5, endedDaysAgo: 17.0, handedOverBy: ['zofia_w', 'quentin_d'],
    revisions: [
      { by: 'quentin_d', offered: ['transistor-radio'], requested: ['yellow-toaster'], note: null, daysAgo: 21.0 },
    ],
    messages: [
      { by: 'zofia_w', body: 'Bonjour ! Le transistor capte-t-il Radio Polonia en grandes ondes, par hasard ?', daysAgo: 20.8 },
      { by: 'quentin_d', body: 'La nuit, par temps clair, et si l’on y croit très fort.', daysAgo: 20.6 },
      { by: 'zofia_w', body: 'J’y croirai. D’accord pour le grille-pain.', daysAgo: 19.49 },
      { by: 'quentin_d', body: 'Dimanche au marché de Wazemmes ?', daysAgo: 19.2 },
      { by: 'zofia_w', body: 'À dimanche.', daysAgo: 19.1 },
    ],
    reviews: [
      { by: 'zofia_w', of: 'quentin_d', rating: 5, text: 'Radio restaurée avec amour, notice écrite à la main. J’ai capté un bout de mazurka.' },
      { by: 'quentin_d', of: 'zofia_w', rating: 5, text: 'Effectivement presque neuf. Tartines parfaites.' },
    ],
  },
  {
    ...completed, key: 'pan-for-garden-tools', proposer: 'mei_lin', other: 'tomas', startedDaysAgo: 22.0, acceptedDaysAgo: 20.4, endedDaysAgo: 18.0, handedOverBy: ['tomas', 'mei_lin'],
    revisions: [
      { by: 'mei_lin', offered: ['trowel-and-fork'], requested: ['cast-iron-pan'], note: 'Je jure de ne jamais la mettre au lave-vaisselle.', daysAgo: 22.0 },
    ],
    messages: [
      { by: 'tomas', body: 'Ton serment m’a touché. Tu cuisines quoi ?', daysAgo: 21.7 },
      { by: 'mei_lin', body: 'Des galettes de ciboule. Il faut une fonte bien culottée, sinon c’est un drame.', daysAgo: 21.5 },
      { by: 'tomas', body: 'Elle est à toi. Mes tomates du balcon te remercient pour les outils.', daysAgo: 20.39 },
      { by: 'mei_lin', body: 'Je passe à la Croix-Rousse demain pour mon cours de poterie, 18 h place des Tapis ?', daysAgo: 20.1 },
      { by: 'tomas', body: 'J’y serai.', daysAgo: 20.0 },
    ],
    reviews: [
      { by: 'tomas', of: 'mei_lin', rating: 5, text: 'Outils très beaux, et elle m’a apporté une galette pour prouver sa bonne foi.' },
      { by: 'mei_lin', of: 'tomas', rating: 5, text: 'La meilleure poêle que j’aie eue. Rien n’accroche, jamais.' },
    ],
  },
  {
    ...completed, key: 'albums-for-sheets', proposer: 'claire_paul', other: 'odile_g', startedDaysAgo: 23.0, acceptedDaysAgo: 21.3, endedDaysAgo: 19.0, handedOverBy: ['odile_g', 'claire_paul'],
    revisions: [
      { by: 'claire_paul', offered: ['picture-albums'], requested: ['linen-sheets'], note: 'Vos draps de lin contre nos loups.', daysAgo: 23.0 },
    ],
    messages: [
      { by: 'odile_g', body: 'Bonjour, j’ai deux petits-enfants de quatre et cinq ans : le loup indécis leur plaira.', daysAgo: 22.7 },
      { by: 'claire_paul', body: 'C’est notre préféré. Les draps font quelle taille ?', daysAgo: 22.6 },
      { by: 'odile_g', body: 'Trois mètres sur deux, on savait border en ce temps-là.', daysAgo: 22.4 },
      { by: 'claire_paul', body: 'Parfait. Paul peut passer demain en rentrant du travail.', daysAgo: 21.2 },
      { by: 'odile_g', body: 'Qu’il prenne un grand sac, c’est lourd.', daysAgo: 21.1 },
    ],
    reviews: [
      { by: 'odile_g', of: 'claire_paul', rating: 5, text: 'Livres soignés, et un mot gentil glissé dans chacun.' },
      { by: 'claire_paul', of: 'odile_g', rating: 5, text: 'Draps magnifiques, pliés au carré, qui sentent la lavande. Merci Odile.' },
    ],
  },
  {
    ...completed, key: 'vacuum-for-manga', proposer: 'ibrahim_s', other: 'gwenaelle', startedDaysAgo: 24.0, acceptedDaysAgo: 22.6, endedDaysAgo: 20.0, handedOverBy: ['gwenaelle', 'ibrahim_s'],
    revisions: [
      { by: 'ibrahim_s', offered: ['manga-series'], requested: ['green-vacuum'], note: 'Le nôtre a avalé un aimant.', daysAgo: 24.0 },
    ],
    messages: [
      { by: 'gwenaelle', body: 'Un aimant ! Paix à son âme. Mon neveu a douze ans, du volley ça lui ira ?', daysAgo: 23.6 },
      { by: 'ibrahim_s', body: 'Mes deux l’ont dévoré au même âge.', daysAgo: 23.4 },
      { by: 'gwenaelle', body: 'Alors on échange. Attention, il pèse un âne mort.', daysAgo: 22.59 },
    ],
    reviews: [
      { by: 'ibrahim_s', of: 'gwenaelle', rating: 4, text: 'Aspirateur costaud comme annoncé. Dix minutes de retard, mais un grand sourire.' },
    ],
  },
  {
    ...completed, key: 'engine-for-horses', proposer: 'claire_paul', other: 'dede42', startedDaysAgo: 25.5, acceptedDaysAgo: 23.8, endedDaysAgo: 21.0, handedOverBy: ['claire_paul', 'dede42'],
    revisions: [
      { by: 'claire_paul', offered: ['wooden-horses'], requested: ['homemade-engine'], note: 'Notre circuit en bois manque cruellement d’une locomotive d’auteur.', daysAgo: 25.5 },
    ],
    messages: [
      { by: 'dede42', body: 'D’auteur, comme vous y allez. Écartement des rails : 4 cm, standard.', daysAgo: 25.2 },
      { by: 'claire_paul', body: 'C’est le nôtre. Le bouchon à la place du pion vert ne vous gêne pas ?', daysAgo: 25.0 },
      { by: 'dede42', body: 'J’en tournerai un vrai, c’est dix minutes.', daysAgo: 24.8 },
      { by: 'claire_paul', body: 'Vous êtes à Lyon de temps en temps ?', daysAgo: 24.0 },
      { by: 'dede42', body: 'Tous les quinze jours, je livre un client à Vaise. Samedi 9 h devant la gare.', daysAgo: 23.79 },
      { by: 'claire_paul', body: 'Nous viendrons à quatre, les enfants veulent voir le monsieur des trains.', daysAgo: 23.5 },
      { by: 'dede42', body: 'Je mettrai ma casquette.', daysAgo: 23.4 },
    ],
    reviews: [
      { by: 'claire_paul', of: 'dede42', rating: 5, text: 'Un travail d’orfèvre, et une leçon de menuiserie sur le parking pour nos enfants.' },
      { by: 'dede42', of: 'claire_paul', rating: 5, text: 'Famille très sympathique. Le pion vert est fait.' },
    ],
  },
];
