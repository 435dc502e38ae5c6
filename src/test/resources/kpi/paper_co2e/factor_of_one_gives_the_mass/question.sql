select round(numerator, 2) as numerator from paper_co2e
