package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;

/**
 * A value of the course of a transaction that is told with its end (J02, J01).
 *
 * @param clock it is one of the clock, otherwise one of an interval since the begin
 */
public record EndedValue(boolean clock, MeterSample sample) {}
