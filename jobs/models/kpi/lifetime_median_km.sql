-- unit: years
-- decimals: 1
-- better: higher
-- grain: category, organisation
-- over-time: year
-- over-scope: none
-- gap: keep
-- minimum-coverage: 0.9
-- grade: P
-- frames: ESRS E5-5, SDG 12.5
-- Kaplan and Meier's estimate over the lives that were lived in the twelve months: a device that
-- was there before counts from the age that it then had (it could not have left earlier and be
-- seen), one that is still there, or was lost, up to the age that it reached. So the log of earlier
-- years is not needed. Null while more than half would live on: then the median lies above the ages
-- seen.
with lives as (
    select
        int_inventory.month,
        coalesce(int_inventory.category, 'unknown') as category,
        int_inventory.quantity,
        int_inventory.age_months is not null as is_known,
        int_inventory.aged_from_on,
        period.last_on as seen_until_on,
        false as has_ended
    from int_inventory
    cross join period
    left join int_exits
        on int_exits.device_id = int_inventory.device_id
        and int_exits.route <> 'internal_reuse'
        and int_inventory.quantity = 1
    where (int_inventory.status is null or int_inventory.status <> 'disposed')
        and int_exits.device_id is null
    union all
    select
        month,
        category,
        quantity,
        life_years is not null as is_known,
        aged_from_on,
        disposed_on as seen_until_on,
        route <> 'lost' as has_ended
    from int_exits
    where route <> 'internal_reuse'
),
scoped_lives as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        lives.quantity,
        lives.is_known,
        lives.has_ended,
        case
            when lives.aged_from_on < add_months(period.first_on, -11)
                then years_between(lives.aged_from_on, add_months(period.first_on, -11))
            else cast(0 as double)
        end as from_years,
        years_between(lives.aged_from_on, lives.seen_until_on) as to_years
    from int_device_scopes
    inner join period using (month)
    inner join int_exit_months using (month)
    inner join lives
        on int_device_scopes.scope_kind = 'organisation'
        or lives.category = int_device_scopes.scope_id
),
changes as (
    select
        scope_kind,
        scope_id,
        from_years as age_years,
        quantity as entered,
        0 as departed,
        0 as ended
    from scoped_lives
    where is_known
        and to_years > from_years
    union all
    select
        scope_kind,
        scope_id,
        to_years as age_years,
        0 as entered,
        quantity as departed,
        case when has_ended then quantity else 0 end as ended
    from scoped_lives
    where is_known
        and to_years > from_years
),
ages as (
    select
        scope_kind,
        scope_id,
        age_years,
        sum(entered - departed) as net_entered,
        sum(ended) as ended
    from changes
    group by
        scope_kind,
        scope_id,
        age_years
),
risks as (
    select
        scope_kind,
        scope_id,
        age_years,
        ended,
        sum(net_entered) over (
            partition by scope_kind, scope_id
            order by age_years
            rows between unbounded preceding and 1 preceding
        ) as at_risk
    from ages
),
survivals as (
    select
        scope_kind,
        scope_id,
        age_years,
        round(
            exp(
                cast(
                    sum(
                        exact(
                            case
                                when ended < at_risk then ln(1 - ended / cast(at_risk as double))
                                else 0
                            end
                        )
                    ) over (partition by scope_kind, scope_id order by age_years) as double
                )
            ),
            9
        ) as survival,
        max(case when ended = at_risk then 1 else 0 end) over (
            partition by scope_kind, scope_id
            order by age_years
        ) as has_nobody_left
    from risks
    where ended > 0
),
medians as (
    select
        scope_kind,
        scope_id,
        min(age_years) as median_years
    from survivals
    where survival <= 0.5
        or has_nobody_left = 1
    group by
        scope_kind,
        scope_id
),
known_lives as (
    select
        month,
        scope_kind,
        scope_id,
        sum(case when is_known then quantity else 0 end)
        / cast(sum(quantity) as double) as known_share
    from scoped_lives
    group by
        month,
        scope_kind,
        scope_id
)
select
    known_lives.month,
    known_lives.scope_kind,
    known_lives.scope_id,
    decimal_6(medians.median_years) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    least(known_lives.known_share, coalesce(int_completeness.complete_share, 1)) as coverage,
    cast(1 as double) as measured_share
from known_lives
left join medians using (scope_kind, scope_id)
left join int_completeness using (month)
