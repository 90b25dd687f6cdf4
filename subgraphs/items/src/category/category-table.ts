/** A category of objects; two levels deep, and items hang on leaves alone. */
export interface CategoryRow {
  /** Unique, English, kebab-case; never changed once published. */
  slug: string;
  nameFr: string;
  nameEn: string;
  /** Null for a top-level category. */
  parentSlug: string | null;
  /**
   * kg CO2e emitted to make and distribute a *new* object of this kind, without its use and its end of life: ADEME's
   * `production` figure, rounded. Where ADEME has several (a filter or a capsule coffee machine, a cotton or a polyester
   * dress), that of the plain one, named beside the row.
   *
   * It is not what a swap avoids. That depends on whether the swap replaces a purchase, on how long the object still
   * lasts, and on the way it travels: whoever shows a saving shows a range, and says so.
   * Null where ADEME has no figure.
   */
  newFootprintKg: number | null;
  /** Where the footprint comes from; null without one. */
  source: string | null;
}

/** ADEME: Modélisation et évaluation environnementale de produits de consommation et biens d’équipement. */
const GOODS =
  'https://librairie.ademe.fr/dechets-economie-circulaire/127-modelisation-et-evaluation-environnementale-de-produits-de-consommation-et-biens-d-equipement.html';
/** ADEME, Arcep: Évaluation de l’impact environnemental du numérique en France. */
const DIGITAL =
  'https://librairie.ademe.fr/consommer-autrement/5226-evaluation-de-l-impact-environnemental-du-numerique-en-france-et-analyse-prospective.html';

type Leaf = [slug: string, nameFr: string, nameEn: string, newFootprintKg?: number, source?: string];

function createGroup(slug: string, nameFr: string, nameEn: string, leaves: Leaf[]): CategoryRow[] {
  return [
    { slug, nameFr, nameEn, parentSlug: null, newFootprintKg: null, source: null },
    ...leaves.map(([leaf, leafFr, leafEn, newFootprintKg = null, source = null]) => ({
      slug: leaf, nameFr: leafFr, nameEn: leafEn, parentSlug: slug, newFootprintKg, source,
    })),
  ];
}

/** Every category, a parent before its leaves, in the order in which they are shown. */
export const CATEGORY_TABLE: readonly CategoryRow[] = [
  ...createGroup('furniture', 'Mobilier', 'Furniture', [
    ['sofas', 'Canapés', 'Sofas', 179, GOODS], // covered in fabric, not a sofa bed
    ['armchairs', 'Fauteuils', 'Armchairs'],
    ['chairs', 'Chaises et tabourets', 'Chairs and stools', 19, GOODS], // wooden
    ['tables', 'Tables', 'Tables', 80, GOODS], // wooden
    ['desks', 'Bureaux', 'Desks'],
    ['shelves', 'Étagères et bibliothèques', 'Shelves and bookcases'],
    ['drawers', 'Commodes et buffets', 'Chests of drawers and sideboards'],
    ['wardrobes', 'Armoires', 'Wardrobes', 907, GOODS],
  ]),
  ...createGroup('appliances', 'Électroménager', 'Household appliances', [
    ['kettles', 'Bouilloires', 'Kettles', 9.9, GOODS],
    ['coffee-machines', 'Cafetières et machines à café', 'Coffee machines', 32, GOODS], // filter
    ['kitchen-appliances', 'Petits appareils de cuisine', 'Small kitchen appliances'],
    ['refrigerators', 'Réfrigérateurs', 'Refrigerators', 257, GOODS],
    ['washing-machines', 'Lave-linge', 'Washing machines', 341, GOODS],
    ['vacuum-cleaners', 'Aspirateurs', 'Vacuum cleaners', 47, GOODS],
    ['sewing-machines', 'Machines à coudre', 'Sewing machines'],
    ['fans-and-heaters', 'Ventilateurs et chauffages', 'Fans and heaters'],
  ]),
  ...createGroup('kitchen', 'Cuisine et table', 'Kitchen and tableware', [
    ['cookware', 'Casseroles et ustensiles', 'Cookware and utensils'],
    ['tableware', 'Vaisselle et couverts', 'Tableware and cutlery'],
    ['jars-and-storage', 'Bocaux et boîtes', 'Jars and storage'],
  ]),
  ...createGroup('computing', 'Informatique et téléphonie', 'Computing and phones', [
    ['laptops', 'Ordinateurs portables', 'Laptops', 183, DIGITAL],
    ['desktop-computers', 'Ordinateurs fixes', 'Desktop computers', 262, DIGITAL], // for the home, without a monitor
    ['monitors', 'Écrans d’ordinateur', 'Monitors', 66, DIGITAL],
    ['tablets', 'Tablettes et liseuses', 'Tablets and e-readers', 60, DIGITAL], // tablet
    ['smartphones', 'Smartphones', 'Smartphones', 85, DIGITAL],
    ['computer-accessories', 'Accessoires informatiques', 'Computer accessories'],
  ]),
  ...createGroup('image-and-sound', 'Image et son', 'Image and sound', [
    ['televisions', 'Téléviseurs', 'Televisions', 376, DIGITAL],
    ['cameras', 'Appareils photo', 'Cameras'],
    ['hi-fi', 'Hi-fi, platines et casques', 'Hi-fi, turntables and headphones'],
    ['speakers', 'Enceintes et radios', 'Speakers and radios', 20, DIGITAL], // Bluetooth speaker
  ]),
  ...createGroup('culture', 'Livres, jeux et musique', 'Books, games and music', [
    ['books', 'Livres', 'Books'],
    ['comics', 'BD et mangas', 'Comics and manga'],
    ['childrens-books', 'Livres pour enfants', 'Children’s books'],
    ['board-games', 'Jeux de société et puzzles', 'Board games and puzzles'],
    ['video-games', 'Jeux vidéo et consoles', 'Video games and consoles'],
    ['records-and-films', 'Disques et films', 'Records and films'],
    ['musical-instruments', 'Instruments de musique', 'Musical instruments'],
  ]),
  ...createGroup('toys', 'Jouets', 'Toys', [
    ['soft-toys', 'Peluches et poupées', 'Soft toys and dolls'],
    ['building-toys', 'Jeux de construction', 'Building toys'],
    ['toy-vehicles', 'Petits trains et véhicules', 'Toy trains and vehicles'],
    ['outdoor-toys', 'Jeux de plein air', 'Outdoor toys'],
  ]),
  ...createGroup('baby', 'Bébé et puériculture', 'Baby and childcare', [
    ['prams', 'Poussettes et porte-bébés', 'Pushchairs and baby carriers'],
    ['high-chairs', 'Chaises hautes et repas', 'High chairs and feeding'],
    ['nursery', 'Chambre et bain', 'Nursery and bath'],
    ['baby-clothes', 'Vêtements de bébé', 'Baby clothes'],
  ]),
  ...createGroup('clothing', 'Vêtements et chaussures', 'Clothing and shoes', [
    ['coats', 'Manteaux', 'Coats', 86, GOODS],
    ['jackets', 'Vestes et imperméables', 'Jackets and raincoats', 39, GOODS], // rain jacket
    ['jumpers', 'Pulls et sweats', 'Jumpers and sweatshirts', 27, GOODS], // cotton sweatshirt
    ['dresses', 'Robes et jupes', 'Dresses and skirts', 50, GOODS], // cotton dress
    ['trousers', 'Jeans et pantalons', 'Jeans and trousers', 23, GOODS], // jeans
    ['shirts', 'Chemises et chemisiers', 'Shirts and blouses', 11, GOODS], // cotton
    ['shoes', 'Chaussures et bottes', 'Shoes and boots', 13, GOODS], // leather
    ['trainers', 'Baskets', 'Trainers', 19, GOODS],
    ['bags', 'Sacs et maroquinerie', 'Bags and leather goods'],
  ]),
  ...createGroup('sport', 'Sport et vélo', 'Sport and cycling', [
    ['bicycles', 'Vélos', 'Bicycles'],
    ['cycling-gear', 'Équipement du cycliste', 'Cycling gear'],
    ['scooters', 'Trottinettes et patins', 'Scooters and skates'],
    ['skis', 'Ski et neige', 'Skis and snow'],
    ['camping', 'Camping et randonnée', 'Camping and hiking'],
    ['ball-games', 'Ballons et raquettes', 'Balls and rackets'],
    ['fitness', 'Fitness et yoga', 'Fitness and yoga'],
  ]),
  ...createGroup('diy-and-garden', 'Bricolage et jardin', 'DIY and garden', [
    ['power-tools', 'Outils électriques', 'Power tools'],
    ['hand-tools', 'Outils à main', 'Hand tools'],
    ['garden-tools', 'Outils de jardin et arrosage', 'Garden tools and watering'],
    ['garden-furniture', 'Mobilier de jardin', 'Garden furniture'],
  ]),
  ...createGroup('decoration', 'Décoration et plantes', 'Decoration and plants', [
    ['lamps', 'Luminaires', 'Lamps'],
    ['mirrors-and-clocks', 'Miroirs et horloges', 'Mirrors and clocks'],
    ['rugs', 'Tapis', 'Rugs'],
    ['ornaments', 'Vases, cadres et objets', 'Vases, frames and ornaments'],
    ['household-linen', 'Linge de maison', 'Household linen'],
    ['houseplants', 'Plantes d’intérieur', 'Houseplants'],
  ]),
];
