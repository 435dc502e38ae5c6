-- Energy of each site, and of all sites together, in the twelve months up to the computed one, as
-- the sums over its rooms with meters of EDC and IT. coverage is that of the room of which
-- least is known: while a month of the twelve is missing, the share of the months, then that of the
-- hours.
-- grain: one row per scope_kind and scope_id
with room_years as (
    select
        int_room_years.month,
        int_room_sites.site_id,
        int_room_years.paired_edc_wh,
        int_room_years.paired_it_wh,
        int_room_years.paired_measured_wh,
        case
            when int_room_years.month_count < 12 then int_room_years.month_count / 12
            else int_room_years.paired_hour_count / nullif(int_room_years.hour_count, 0)
        end as coverage
    from int_room_years
    inner join int_room_sites using (room_id)
)
select
    month,
    'site' as scope_kind,
    site_id as scope_id,
    cast(sum(paired_edc_wh) as decimal(18, 3)) as paired_edc_wh,
    cast(sum(paired_it_wh) as decimal(18, 3)) as paired_it_wh,
    cast(sum(paired_measured_wh) as decimal(18, 3)) as paired_measured_wh,
    min(coverage) as coverage
from room_years
group by
    month,
    site_id
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(sum(paired_edc_wh) as decimal(18, 3)) as paired_edc_wh,
    cast(sum(paired_it_wh) as decimal(18, 3)) as paired_it_wh,
    cast(sum(paired_measured_wh) as decimal(18, 3)) as paired_measured_wh,
    min(coverage) as coverage
from room_years
group by month
