-- Which meters tell all the energy that enters a site, each counted once: its feeds (site_total),
-- solar panels, fuel, generators and bought cold, but none below another one of the same stream,
-- and no cold that is made from a feed or by cooling of the site. What is fed into the grid leaves,
-- with the sign -1. A site without a meter of its feeds has no row.
-- grain: one row per from_at, site_id and meter_id
with fed_sites as (
    select
        from_at,
        site_id
    from int_standing_meters
    where role = 'site_total'
    group by
        from_at,
        site_id
)
select
    int_standing_meters.from_at,
    int_standing_meters.until_at,
    int_standing_meters.site_id,
    int_standing_meters.meter_id,
    int_standing_meters.stream,
    cast(case when int_standing_meters.stream = 'export' then -1 else 1 end as bigint) as sign
from int_standing_meters
inner join fed_sites using (from_at, site_id)
where int_standing_meters.stream is not null
    and int_standing_meters.role <> 'room_total'
    and not exists (
        select 1
        from int_meter_ancestors
        where int_meter_ancestors.from_at = int_standing_meters.from_at
            and int_meter_ancestors.meter_id = int_standing_meters.meter_id
            and (
                int_meter_ancestors.ancestor_stream = int_standing_meters.stream
                or (
                    int_standing_meters.stream = 'cold'
                    and (
                        int_meter_ancestors.ancestor_stream = 'feed'
                        or int_meter_ancestors.ancestor_role = 'cooling'
                    )
                )
            )
    )
