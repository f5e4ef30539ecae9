package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;

/** Signs the meter values with which a transaction begins and ends. */
@FunctionalInterface
public interface Signer {
  /** The signed data set as text, or an empty text where this sample is not signed. */
  String sign(StationEvent.Transaction event, MeterSample sample, long pagination);
}
