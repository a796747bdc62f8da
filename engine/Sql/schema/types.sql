-- types: closed lists
-- uses:
create type if not exists channel_code as enum ('website', 'newmedia', 'openness', 'request', 'submission', 'interaction', 'NONE');
create type if not exists level_code as enum ('state', 'region', 'city', 'banner', 'NONE');
