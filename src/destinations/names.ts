/** An event type in snake_case: `clicks:menu-item` → `clicks_menu_item`. No two types share one. */
export const snakeCase = (type: string): string => type.replace(/[^a-zA-Z0-9]+/g, "_");
