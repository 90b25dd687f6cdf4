import type { DemoExchange } from './exchanges.js';

const open = { status: 'PROPOSED', acceptedDaysAgo: null, endedDaysAgo: null } as const;

/** Proposals that await an answer; some wait for a rival exchange to end. */
export const OPEN_EXCHANGES: readonly DemoExchange[] = [
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'espresso-for-chair', proposer: 'nour', other: 'karim', startedDaysAgo: 1.6,
    revisions: [
      { by: 'nour', offered: ['pilea', 'oval-mirror'], requested: ['espresso-machine'], note: 'Bonjour Karim ! La plante et le miroir contre votre machine à café, qu’en dites-vous ?', daysAgo: 1.6 },
      { by: 'karim', offered: ['espresso-machine'], requested: ['velvet-chair'], note: 'Et si on disait plutôt le fauteuil vert ? Je le regarde depuis une semaine.', daysAgo: 0.9 },
    ],
    messages: [
      { by: 'nour', body: 'Rebonjour, c’est encore moi, celle du reflex. Je n’ai plus de cafetière depuis dimanche, c’est une urgence.', daysAgo: 1.59 },
      { by: 'karim', body: 'Ha ha, je comprends l’urgence. Elle est prête à servir, je l’ai détartrée il y a un mois.', daysAgo: 1.42 },
      { by: 'karim', body: 'Par contre un miroir, j’en ai déjà deux, et le pilea ne survivrait pas au chat.', daysAgo: 1.41 },
      { by: 'nour', body: 'Ah zut. Qu’est-ce qui vous ferait plaisir ?', daysAgo: 1.35 },
      { by: 'karim', body: 'Je viens de vous faire une contre-proposition avec le fauteuil. Prenez votre temps pour y penser.', daysAgo: 0.89 },
      { by: 'nour', body: 'J’ai une autre demande dessus, je me décide ce week-end et je vous dis.', daysAgo: 0.4 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'art-books-for-chair', proposer: 'jb_pentes', other: 'nour', startedDaysAgo: 0.8,
    revisions: [
      { by: 'jb_pentes', offered: ['art-books'], requested: ['velvet-chair'], note: 'Vous cherchiez des livres d’art, je cherche où m’asseoir pour ne plus les lire.', daysAgo: 0.8 },
    ],
    messages: [
      { by: 'jb_pentes', body: 'Bonjour Nour, j’ai vu dans votre annonce que vous aimiez les livres d’art. J’en ai quatre, en excellent état.', daysAgo: 0.79 },
      { by: 'nour', body: 'Oh, le Soulages ! C’est le catalogue de l’expo de Rodez ?', daysAgo: 0.61 },
      { by: 'jb_pentes', body: 'Celui-là même. Je peux vous envoyer une photo de la tranche si vous voulez vérifier l’état.', daysAgo: 0.58 },
      { by: 'nour', body: 'Pas la peine, je vous fais confiance. Je réfléchis pour le fauteuil, j’ai deux demandes.', daysAgo: 0.39 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'rug-for-mirror', proposer: 'amina_d', other: 'nour', startedDaysAgo: 0.3,
    revisions: [
      { by: 'amina_d', offered: ['berber-rug'], requested: ['oval-mirror'], note: 'Vous vouliez un tapis, je voulais un miroir : on dirait un signe.', daysAgo: 0.3 },
    ],
    messages: [
      { by: 'amina_d', body: 'Bonsoir Nour ! Le miroir tient-il debout tout seul, ou faut-il l’appuyer ?', daysAgo: 0.29 },
      { by: 'amina_d', body: 'Et le tapis fait 120 par 170, je le précise avant que vous poussiez les meubles.', daysAgo: 0.28 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'reflex-for-sewing-machine', proposer: 'nour', other: 'odile_g', startedDaysAgo: 5.4, paused: true,
    revisions: [
      { by: 'nour', offered: ['film-reflex'], requested: ['sewing-machine'], note: 'Bonjour Odile, contente de vous retrouver ! Le reflex est beau et il marche, j’espère que cela compte.', daysAgo: 5.4 },
    ],
    messages: [
      { by: 'odile_g', body: 'Bonjour Nour, quelle bonne surprise. Mon mari avait le même, cela me fait quelque chose.', daysAgo: 5.1 },
      { by: 'odile_g', body: 'Laissez-moi quelques jours, je demande à ma petite-fille si elle s’en servirait.', daysAgo: 5.09 },
      { by: 'nour', body: 'Bien sûr, aucune urgence. J’ai trouvé une vieille Singer entre-temps, mais elle ne fait que le point droit. Et quelqu’un me propose sa guitare pour le reflex, je vous tiens au courant.', daysAgo: 2.6 },
      { by: 'odile_g', body: 'Faites ce qui vous va le mieux, ma machine ne s’envolera pas.', daysAgo: 2.2 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'tent-for-reflex', proposer: 'lucas_p', other: 'nour', startedDaysAgo: 4.1, paused: true,
    revisions: [
      { by: 'lucas_p', offered: ['blue-tent'], requested: ['film-reflex'], note: 'Je rêve de photos de bivouac en argentique. La tente est impeccable.', daysAgo: 4.1 },
    ],
    messages: [
      { by: 'lucas_p', body: 'Salut Nour ! La raquette me va super bien, merci encore. Je retente ma chance pour le reflex.', daysAgo: 4.09 },
      { by: 'nour', body: 'Salut Lucas ! La tente est tentante, mais je dors mal par terre. Je garde ta proposition si l’autre échange ne se fait pas.', daysAgo: 3.2 },
      { by: 'lucas_p', body: 'Ça marche, je croise les doigts. Enfin pas trop fort pour l’autre.', daysAgo: 3.19 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'speakers-for-guitar', proposer: 'tomas', other: 'karim', startedDaysAgo: 3.6, paused: true,
    revisions: [
      { by: 'tomas', offered: ['bookshelf-speakers'], requested: ['folk-guitar'], note: 'De musicien à futur ex-musicien : elle serait entre de bonnes mains.', daysAgo: 3.6 },
    ],
    messages: [
      { by: 'tomas', body: 'Karim, ne me dis pas que tu arrêtes la guitare !', daysAgo: 3.59 },
      { by: 'karim', body: 'Trois accords en deux ans, Tomás. Il faut savoir s’arrêter.', daysAgo: 3.44 },
      { by: 'karim', body: 'Mais je suis en train de l’échanger contre un appareil photo. Si ça tombe à l’eau, elle est pour toi.', daysAgo: 2.4 },
      { by: 'tomas', body: 'Je mets une bougie à Fourvière.', daysAgo: 2.38 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'paperbacks-for-art-books', proposer: 'karim', other: 'jb_pentes', startedDaysAgo: 2.4,
    revisions: [
      { by: 'karim', offered: ['paperbacks'], requested: ['art-books'], note: 'Douze contre quatre : au poids c’est équilibré.', daysAgo: 2.4 },
    ],
    messages: [
      { by: 'karim', body: 'Salut Jean-Baptiste, la chemise me vaut des compliments chaque semaine. Tu lis des polars ?', daysAgo: 2.39 },
      { by: 'jb_pentes', body: 'Salut ! Beaucoup trop. Tu as la liste des titres ?', daysAgo: 2.1 },
      { by: 'karim', body: 'Je t’envoie ça ce soir, mais de mémoire : Izzo, Simenon, Khadra, Manotti.', daysAgo: 2.08 },
      { by: 'jb_pentes', body: 'Izzo je prends les yeux fermés. Je te réponds avant la fin de la semaine.', daysAgo: 1.2 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'novels-for-scooter', proposer: 'hannah_k', other: 'karim', startedDaysAgo: 2.05,
    revisions: [
      { by: 'hannah_k', offered: ['english-novels'], requested: ['adult-scooter'], note: 'Hi Karim! Twelve novels for two wheels?', daysAgo: 2.05 },
      { by: 'karim', offered: ['adult-scooter'], requested: ['english-novels', 'electric-kettle'], note: 'Avec la bouilloire, c’est oui tout de suite : je passe au thé.', daysAgo: 1.1 },
    ],
    messages: [
      { by: 'hannah_k', body: 'Bonjour Karim, est-ce que l’anglais vous va ? Mon français écrit est lent.', daysAgo: 2.04 },
      { by: 'karim', body: 'English is fine! My reading is better than my writing, the novels will help.', daysAgo: 1.9 },
      { by: 'hannah_k', body: 'Perfect. Does the scooter fold? I would take it on the tram to Perrache.', daysAgo: 1.88 },
      { by: 'karim', body: 'Yes, in five seconds, and it weighs under six kilos. I take it on the metro every day.', daysAgo: 1.7 },
      { by: 'karim', body: 'I sent you a counter-offer with the kettle. I am a tea drinker now, doctor’s orders.', daysAgo: 1.09 },
      { by: 'hannah_k', body: 'Ha! As a Scot I should respect that. Let me think about it tonight.', daysAgo: 0.7 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'bike-for-pram', proposer: 'hugo_v', other: 'amina_d', startedDaysAgo: 2.7,
    revisions: [
      { by: 'hugo_v', offered: ['city-bike'], requested: ['green-pram'], note: 'Bonjour Amina, bébé prévu en mars, vélo disponible tout de suite.', daysAgo: 2.7 },
      { by: 'amina_d', offered: ['green-pram', 'six-month-bodysuits'], requested: ['city-bike', 'wooden-bookcase'], note: 'J’ajoute les bodies six mois. La bibliothèque serait parfaite pour la chambre de la grande.', daysAgo: 1.8 },
      { by: 'hugo_v', offered: ['city-bike'], requested: ['green-pram', 'six-month-bodysuits'], note: 'La bibliothèque est presque promise à mon frère, mais je fais réviser le vélo avant de vous le donner.', daysAgo: 0.6 },
    ],
    messages: [
      { by: 'hugo_v', body: 'Bonjour ! Est-ce que la nacelle se fixe facilement ? Je n’ai jamais touché une poussette de ma vie.', daysAgo: 2.69 },
      { by: 'amina_d', body: 'Bonjour Hugo, et félicitations ! Oui, deux clips, on entend un clac et c’est bon.', daysAgo: 2.5 },
      { by: 'amina_d', body: 'Je peux vous montrer, j’habite à côté de la place Ambroise-Courtois.', daysAgo: 2.49 },
      { by: 'hugo_v', body: 'Ce serait super. Le porte-bagages du vélo tient un siège enfant, je l’ai vérifié dans la notice.', daysAgo: 2.4 },
      { by: 'amina_d', body: 'Ah, ça c’est décisif. Quelle taille faites-vous ? Je mesure 1,62 m.', daysAgo: 2.2 },
      { by: 'hugo_v', body: 'Selle au plus bas ça ira, ma compagne fait 1,60 m et elle l’utilise le dimanche.', daysAgo: 2.1 },
      { by: 'amina_d', body: 'Parfait. J’ai vu aussi votre bibliothèque, je vous fais une proposition avec.', daysAgo: 1.79 },
      { by: 'hugo_v', body: 'Je demande à mon frère, il l’avait réservée sans trop y croire.', daysAgo: 1.5 },
      { by: 'amina_d', body: 'Pas de souci. Les bodies, je vous les mets de toute façon, ils prennent la place du lit.', daysAgo: 1.48 },
      { by: 'hugo_v', body: 'Bon, mon frère y croit, finalement. Je vous ai renvoyé la proposition sans le meuble, avec une révision du vélo.', daysAgo: 0.59 },
      { by: 'amina_d', body: 'Ça me paraît honnête. Je regarde avec mon mari ce soir.', daysAgo: 0.45 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'camera-for-dutch-bike', proposer: 'fatou_n', other: 'mei_lin', startedDaysAgo: 3.3,
    revisions: [
      { by: 'fatou_n', offered: ['instant-camera'], requested: ['dutch-bike'], note: 'Vous cherchez un instantané, en voici un qui a fait dix mariages.', daysAgo: 3.3 },
      { by: 'mei_lin', offered: ['dutch-bike'], requested: ['instant-camera', 'wooden-utensils'], note: 'Et le petit pot jaune avec ses cuillères ? Il irait si bien dans ma cuisine.', daysAgo: 1.4 },
    ],
    messages: [
      { by: 'fatou_n', body: 'Bonjour, est-ce que les cartouches se trouvent encore facilement pour cet appareil ? Je réponds avant que vous demandiez : oui.', daysAgo: 3.29 },
      { by: 'mei_lin', body: 'Parfait, vous lisez dans mes pensées. Vous avez déjà roulé sur un hollandais ?', daysAgo: 2.9 },
      { by: 'fatou_n', body: 'À Gerland tout est plat, je devrais m’en sortir.', daysAgo: 2.7 },
      { by: 'mei_lin', body: 'Je vous ai renvoyé la proposition avec une petite gourmandise en plus.', daysAgo: 1.39 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'kettle-for-jars', proposer: 'yasmine_k', other: 'odile_g', startedDaysAgo: 1.2,
    revisions: [
      { by: 'yasmine_k', offered: ['enamel-kettle'], requested: ['glass-jars'], note: 'Elle siffle en do dièse, d’après ma voisine violoniste.', daysAgo: 1.2 },
    ],
    messages: [
      { by: 'yasmine_k', body: 'Bonjour madame, je fais mes premières conserves de citrons et vos bocaux me sauveraient.', daysAgo: 1.19 },
      { by: 'odile_g', body: 'Bonjour, des citrons confits, j’en salive. Prenez-vous les vingt, ou la moitié vous suffit ?', daysAgo: 0.9 },
      { by: 'yasmine_k', body: 'Les vingt si c’est possible, j’ai une cousine qui suit de près.', daysAgo: 0.88 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'turntable-for-raincoat', proposer: 'maelle_q', other: 'gwenaelle', startedDaysAgo: 0.5,
    revisions: [
      { by: 'maelle_q', offered: ['red-turntable'], requested: ['yellow-raincoat'], note: 'Je passe à Nantes samedi, on peut faire l’échange à la gare.', daysAgo: 0.5 },
    ],
    messages: [
      { by: 'maelle_q', body: 'Salut Gwenaëlle ! Trois Routes du Rock avec ce ciré ? On s’est forcément croisées dans la boue.', daysAgo: 0.49 },
      { by: 'gwenaelle', body: 'Certainement, je devais être celle qui cherchait sa botte. Elle marche sans ampli, ta platine ?', daysAgo: 0.31 },
      { by: 'maelle_q', body: 'Oui, tu branches une enceinte et c’est parti.', daysAgo: 0.3 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'farm-table-for-wardrobe', proposer: 'dede42', other: 'sylvie_m', startedDaysAgo: 4.6,
    revisions: [
      { by: 'dede42', offered: ['farm-table'], requested: ['grandma-wardrobe'], note: 'Je viens avec le fourgon et mon gendre, vous n’aurez rien à porter.', daysAgo: 4.6 },
    ],
    messages: [
      { by: 'dede42', body: 'Bonjour Madame. L’armoire, c’est pour ma fille. Personne ne la repeindra, parole de menuisier.', daysAgo: 4.58 },
      { by: 'sylvie_m', body: 'Bonjour Monsieur, vous me rassurez. La table passe-t-elle dans un ascenseur de 80 cm ?', daysAgo: 4.1 },
      { by: 'dede42', body: 'Pieds démontés, oui. Le plateau fait 78, on l’a échappé belle.', daysAgo: 3.9 },
      { by: 'sylvie_m', body: 'Je mesure deux fois et je vous confirme.', daysAgo: 3.85 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'skis-for-monitor', proposer: 'hannah_k', other: 'hugo_v', startedDaysAgo: 1.8, paused: true,
    revisions: [
      { by: 'hannah_k', offered: ['green-skis'], requested: ['monitor-24'], note: 'Je travaille sur un tout petit écran, mes yeux vous diront merci.', daysAgo: 1.8 },
    ],
    messages: [
      { by: 'hannah_k', body: 'Bonjour Hugo, les skis font 158 cm, pour quelqu’un de 1,65 m à 1,75 m.', daysAgo: 1.79 },
      { by: 'hugo_v', body: 'Bonjour Hannah, avec un bébé en mars je ne skierai pas beaucoup… Je préfère un clavier, mais je vous garde en tête.', daysAgo: 1.3 },
    ],
  },
  {
    ...open, handedOverBy: [], reviews: [],
    key: 'backpack-for-tent', proposer: 'bastien_c', other: 'owen_j', startedDaysAgo: 5.2, paused: true,
    revisions: [
      { by: 'bastien_c', offered: ['red-backpack'], requested: ['orange-tent'], note: 'Je monte à Annecy dimanche, je peux apporter le sac.', daysAgo: 5.2 },
    ],
    messages: [
      { by: 'bastien_c', body: 'Salut Owen, la tente tient au vent ? J’ai un projet sur le plateau d’Emparis en février.', daysAgo: 5.19 },
      { by: 'owen_j', body: 'Salut Bastien ! Solid as a rock, oui, mais Elena m’a proposé ses skis et je cherchais exactement ça.', daysAgo: 4.4 },
      { by: 'bastien_c', body: 'Pas de problème, je laisse ma proposition ouverte, on ne sait jamais.', daysAgo: 4.38 },
    ],
  },
];
