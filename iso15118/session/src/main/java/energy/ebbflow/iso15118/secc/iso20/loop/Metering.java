package energy.ebbflow.iso15118.secc.iso20.loop;

import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationResponse;
import energy.ebbflow.iso15118.message.iso20.metering.SignedMeteringData;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The vehicle confirms a reading. It has to be the one it was told last: anything else is not what
 * the user saw. Without plug and charge there is no certificate to check a signature with; it is
 * handed on as it came.
 */
public final class Metering {
  private Metering() {}

  /** The answer, and {@code next} behind it. */
  public static Outcome confirm(MeteringConfirmationRequest request, Turn turn, Iso20State next) {
    SignedMeteringData confirmed = request.signedMeteringData();
    Optional<MeterInfo> told = turn.data().meter();
    if (told.isEmpty()) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_SEQUENCE_ERROR,
          "a reading was confirmed before any was told in this session");
    }
    if (!confirmed.sessionId().equals(turn.data().sessionId())
        || !confirmed.meterInfo().equals(told.get())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID,
          "the reading that was confirmed is not the one that was told: "
              + confirmed.meterInfo().chargedEnergyReadingWh()
              + " Wh, told were "
              + told.get().chargedEnergyReadingWh()
              + " Wh");
    }
    return new Outcome.Answer(
        new MeteringConfirmationResponse(turn.header(), ResponseCode.OK),
        next,
        turn.data(),
        List.of(
            new VehicleWord.MeterConfirmed(
                told.get().chargedEnergyReadingWh(),
                told.get().bptDischargedEnergyReadingWh().map(Long::doubleValue),
                request
                    .header()
                    .signature()
                    .map(signature -> signature.signatureValue().value()))));
  }
}
