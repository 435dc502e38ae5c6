-- Market-based emissions of the electricity of each site's rooms in the month: whole_kg as if all
-- of the month were known, known_kg what coverage of it is. A supply without a factor makes the
-- site unknown: neither 0 nor the average stands for it.
-- grain: one row per site_id with a room that has a meter of its electricity
with supply_sums as (
    select
        month,
        site_id,
        case
            when count(case when supplied_kwh > 0 and factor_value is null then 1 end) = 0
                then cast(sum(exact(supplied_kwh * coalesce(factor_value, 0))) as double)
        end as whole_kg
    from int_site_supplies
    where kind <> 'pv'
    group by
        month,
        site_id
)
select
    int_site_electricity.month,
    int_site_electricity.site_id,
    supply_sums.whole_kg,
    supply_sums.whole_kg * int_site_electricity.coverage as known_kg,
    int_site_electricity.coverage,
    int_site_electricity.measured_share
from int_site_electricity
left join supply_sums using (site_id)
