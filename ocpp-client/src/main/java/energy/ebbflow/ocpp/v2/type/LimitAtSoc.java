package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Range;

/** A limit that holds above a state of charge. */
public record LimitAtSoc(@Range(min = 0, max = 100) int soc, double limit) {}
