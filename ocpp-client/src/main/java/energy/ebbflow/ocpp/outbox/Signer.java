package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.time.Correction;

/** Signs the meter values with which a transaction begins and ends. */
@FunctionalInterface
public interface Signer {
  /** The signed data set as text, or an empty text where this sample is not signed. */
  String sign(StationEvent.Transaction event, MeterSample sample, long pagination);

  /**
   * The same data set with corrected times, signed anew; under its number, as the first one never
   * left the station. Where no times are signed it stays as it is.
   */
  default String corrected(String signed, Correction correction) {
    return signed;
  }
}
