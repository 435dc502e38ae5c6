-- Emissions of what was refilled at each site in the month, by kind: 0 in a known month without a
-- refill, null where the month is not known or a factor is missing.
-- grain: one row per site_id and kind of which a register has begun
select
    month,
    site_id,
    kind,
    is_known,
    case
        when is_known and count(amount) = count(amount * factor_value)
            then coalesce(cast(sum(exact(amount * factor_value)) as double), 0)
    end as co2e_kg
from int_refills
group by
    month,
    site_id,
    kind,
    is_known
