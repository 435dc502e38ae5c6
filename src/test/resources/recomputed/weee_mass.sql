-- Kilograms of what went to recycling or was taken apart: weighed, or else by the median of its
-- class. What went nobody knows where may be waste, too: it weighs as a device of its class did in
-- the twelve months, or where none was weighed as any device did.
with weighed as (
    select
        months.month,
        exits.month = months.month as is_in_month,
        exits.category,
        exits.destination in ('recyclage', 'onderdelen') as is_waste,
        coalesce(exits.kilograms, factors.value) as kilograms
    from months
    inner join exits
        on exits.left_on > months.last_on - interval 12 month
        and exits.left_on <= months.last_on
    inner join categories using (category)
    left join factors
        on factors.factor_id = categories.mass_series
),
likely as (
    select
        *,
        coalesce(
            kilograms,
            avg(kilograms) over (partition by month, category),
            avg(kilograms) over (partition by month)
        ) as likely_kilograms
    from weighed
),
scopes as (
    select month, category from months cross join categories
    union all
    select month, null from months
),
sums as (
    select
        scopes.month,
        scopes.category,
        coalesce(sum(case when likely.is_waste then likely.kilograms end), 0) as known_kg,
        coalesce(
            sum(
                case
                    when likely.is_waste is null or (likely.is_waste and likely.kilograms is null)
                        then likely.likely_kilograms
                end
            ),
            0
        ) as unknown_kg
    from scopes
    left join likely
        on likely.month = scopes.month
        and likely.is_in_month
        and (scopes.category is null or likely.category = scopes.category)
    group by
        scopes.month,
        scopes.category
)
select
    month,
    case when category is null then 'organisation' else 'category' end as scope_kind,
    coalesce(category, 'all') as scope_id,
    known_kg as numerator,
    null as denominator,
    known_kg as value,
    case when unknown_kg = 0 then 1 else known_kg / (known_kg + unknown_kg) end as coverage
from sums
