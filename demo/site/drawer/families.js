/** The families of event types: what a row's icon and colour say. The first pattern that fits decides. */
export const FAMILIES = [
  { id: "page", label: "Pages", icon: "page", pattern: /^impressions:page$/ },
  { id: "impression", label: "Impressions", icon: "eye", pattern: /impressions?:/ },
  { id: "click", label: "Clicks", icon: "cursor", pattern: /click|social/ },
  { id: "engagement", label: "Engagement", icon: "ticket", pattern: /add_bet|place_/ },
  { id: "account", label: "Other", icon: "user", pattern: /./ },
];

export const familyOf = (type) => FAMILIES.find(({ pattern }) => pattern.test(type));
