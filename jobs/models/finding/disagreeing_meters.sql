-- Meters below which others tell more than passes through them: one of them is wrong. What they
-- tell less is energy that nothing explains, which is another rule's.
-- grain: meter
-- source: Directive 2014/32/EU, Annex V: a meter of class B may err by about 2 %, and two may err
--     in opposite directions
-- grade: C
-- thresholds: most_disagreement
-- facts: meter_energy kWh, sub_meter_energy kWh, disagreement kWh, disagreement_share share
with parents as (
    select parent_meter_id
    from int_meter_tree
    where parent_meter_id is not null
    group by parent_meter_id
),
family_sums as (
    select
        int_meter_tree.meter_id,
        int_meter_tree.quantity,
        count(*) as hour_count,
        count(int_meter_tree.rest_wh) as known_hour_count,
        cast(
            sum(
                case
                    when int_meter_tree.rest_wh is not null
                        then int_meter_tree.passed_wh + int_meter_tree.added_wh
                end
            ) as double
        ) / 1000 as passed_kwh,
        cast(
            sum(case when int_meter_tree.rest_wh is not null then int_meter_tree.children_wh end)
            as double
        ) / 1000 as children_kwh
    from int_meter_tree
    inner join parents
        on parents.parent_meter_id = int_meter_tree.meter_id
    group by
        int_meter_tree.meter_id,
        int_meter_tree.quantity
),
ranked_sums as (
    -- Of a meter of several kinds of energy the one speaks that disagrees most.
    select
        meter_id,
        passed_kwh,
        children_kwh,
        children_kwh - passed_kwh as excess_kwh,
        known_hour_count / cast(hour_count as double) as coverage,
        row_number() over (
            partition by meter_id
            order by
                case when known_hour_count > 0 then 0 else 1 end,
                children_kwh - passed_kwh desc,
                quantity
        ) as place
    from family_sums
    -- What is below only adds, such as panels, or measures something else.
    where not coalesce(children_kwh = 0, false)
),
judged_meters as (
    select
        ranked_sums.meter_id,
        ranked_sums.passed_kwh,
        ranked_sums.children_kwh,
        ranked_sums.excess_kwh,
        ranked_sums.coverage,
        case
            when ranked_sums.coverage > 0
                then ranked_sums.excess_kwh > ranked_sums.passed_kwh * bounds.most_disagreement
        end as is_found
    from ranked_sums
    cross join bounds
    where ranked_sums.place = 1
),
meter_counts as (
    select count(*) as meter_count
    from judged_meters
)
select
    'meter' as scope_kind,
    meter_id as scope_id,
    case when is_found is null then 'hours_known_together' end as missing,
    is_found,
    passed_kwh as meter_energy,
    children_kwh as sub_meter_energy,
    excess_kwh as disagreement,
    excess_kwh / nullif(passed_kwh, 0) as disagreement_share,
    coverage
from judged_meters
union all
select
    'organisation' as scope_kind,
    'all' as scope_id,
    'sub_meters' as missing,
    cast(null as boolean) as is_found,
    null as meter_energy,
    null as sub_meter_energy,
    null as disagreement,
    null as disagreement_share,
    cast(null as double) as coverage
from meter_counts
where meter_count = 0
