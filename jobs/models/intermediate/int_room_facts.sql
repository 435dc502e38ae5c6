-- What is on record of each room on the last day of the month: of the rows of a fact that have
-- begun and not ended, the one that began last. is_documented tells whether a document shows it.
-- grain: one row per room_id and fact that is on record on that day
with held_facts as (
    select
        room_facts.room_id,
        room_facts.site_id,
        room_facts.fact,
        room_facts.value,
        room_facts.number,
        room_facts.document,
        row_number() over (
            partition by room_facts.room_id, room_facts.fact
            order by room_facts.valid_from desc
        ) as recency
    from room_facts
    cross join period
    where room_facts.valid_from <= period.last_on
        and (room_facts.valid_to is null or room_facts.valid_to >= period.last_on)
)
select
    room_id,
    site_id,
    fact,
    value,
    number,
    document is not null as is_documented
from held_facts
where recency = 1
