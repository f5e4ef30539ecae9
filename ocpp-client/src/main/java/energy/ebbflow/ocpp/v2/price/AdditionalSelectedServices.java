package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Text;

/** A service beside energy and its fee. */
public record AdditionalSelectedServices(
    RationalNumber serviceFee, @Text(max = 80) String serviceName) {}
