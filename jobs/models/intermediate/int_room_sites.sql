-- The site of each room, by the meters that stand in it.
-- grain: one row per room_id
select
    room_id,
    min(site_id) as site_id
from meters
where room_id is not null
    and site_id is not null
group by room_id
