-- raw_categories: the taxonomy (问题类别) as in data/reference/categories.csv
-- uses:
create table if not exists raw_categories (
    category varchar primary key,
    channel varchar not null,
    category_name varchar not null,
    sort_order integer not null
);
