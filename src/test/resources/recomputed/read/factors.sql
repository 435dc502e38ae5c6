-- The factors by their id. Raw: config/.
select factor_id, cast(value as double) as value
from read_csv(
    ['config/factors.csv', 'config/factors-energy.csv', 'config/factors-odbl.csv',
        'config/factors-telework.csv', 'config/prices.csv'],
    header = true, comment = '#', all_varchar = true, union_by_name = true
)
