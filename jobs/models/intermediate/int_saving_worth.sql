-- What a kWh of electricity from the grid and a sheet of the paper that is bought cost and emit, a
-- kWh by location, and what a printed side costs without its paper, on the last day of the month;
-- null where no factor says it.
-- grain: one row
with dated_factors as (
    select
        max(case when purpose = 'electricity_price' and unit = 'EUR/kWh' then value end)
            as eur_per_kwh,
        max(case when purpose = 'grid_electricity' and unit = 'kgCO2e/kWh' then value end)
            as kgco2e_per_kwh,
        max(case when purpose = 'sheet_price' and unit = 'EUR/sheet' then value end)
            as eur_per_sheet,
        max(case when purpose = 'impression_price' and unit = 'EUR/impression' then value end)
            as eur_per_impression,
        max(case when purpose = 'paper_a4_mass' and unit = 'g/sheet' then value end)
            as g_per_sheet,
        max(case when purpose = 'paper' and unit = 'kgCO2e/tonne' then value end)
            as kgco2e_per_tonne
    from int_factors
)
select
    eur_per_kwh,
    kgco2e_per_kwh,
    eur_per_sheet,
    eur_per_impression,
    g_per_sheet / 1000000 * kgco2e_per_tonne as kgco2e_per_sheet
from dated_factors
