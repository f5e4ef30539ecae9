package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tax.
 *
 * @param tax in percent
 * @param stack 0, also where absent: on the net price; 1: on top of 0, and so on
 */
public record TaxRate(
    @Text(max = 20) String type, BigDecimal tax, @Range(min = 0) Optional<Integer> stack) {}
