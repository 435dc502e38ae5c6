-- The factor that serves each purpose of config/wattpeil.yaml on the last day of the month. A model
-- joins on purpose and unit, so a series of another unit gives no value rather than a wrong one.
-- grain: one row per purpose that has a factor on that day
select
    factor_series.purpose,
    int_series_factors.factor_id,
    int_series_factors.value,
    int_series_factors.unit,
    int_series_factors.basis,
    int_series_factors.is_provisional
from factor_series
inner join int_series_factors using (series)
