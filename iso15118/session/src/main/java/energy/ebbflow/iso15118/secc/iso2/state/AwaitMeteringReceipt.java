package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptResponse;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.LoopPass;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
import java.util.List;
import java.util.Optional;

/**
 * The vehicle was asked to confirm the meter's reading ([V2G2-577], [V2G2-795]) before the loop
 * goes on. Under external identification there is no contract to sign with [V2G2-691]: a vehicle
 * that does not know receipts there just goes on, and may.
 *
 * @param loop the loop it came from
 * @param sent the reading that was told with the request
 */
public record AwaitMeteringReceipt(Iso2State loop, MeterInfo sent) implements Iso2State {
  static AwaitMeteringReceipt of(Iso2State loop, Optional<MeterInfo> sent) {
    return new AwaitMeteringReceipt(
        loop,
        sent.orElseThrow(
            () -> new IllegalStateException("a receipt was asked for without a reading")));
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof MeteringReceiptRequest || loop.expects(request);
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    if (!(request instanceof MeteringReceiptRequest receipt)) {
      return loop.on(request, turn);
    }
    Optional<String> wrong = objection(receipt, turn);
    if (wrong.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID, wrong.get());
    }
    LoopPass pass = LoopPass.of(turn);
    return new Iso2Outcome.Answer(
        new MeteringReceiptResponse(ResponseCode.OK, Statuses.of(turn, pass.notification())),
        loop,
        turn.data(),
        List.of(
            new VehicleWord.MeterConfirmed(
                sent.meterReading().orElse(0L), Optional.empty(), Optional.empty())));
  }

  /** What the vehicle confirms has to be what it was told. */
  private Optional<String> objection(MeteringReceiptRequest receipt, Iso2Turn turn) {
    if (!receipt.sessionId().equals(turn.data().sessionId())) {
      return Optional.of("a receipt for another session");
    }
    if (receipt.saScheduleTupleId().isPresent()
        && receipt.saScheduleTupleId().get() != turn.data().agreement().chosen()) {
      return Optional.of("a receipt for schedule " + receipt.saScheduleTupleId().get());
    }
    MeterInfo confirmed = receipt.meterInfo();
    return confirmed.meterId().equals(sent.meterId())
            && confirmed.meterReading().equals(sent.meterReading())
        ? Optional.empty()
        : Optional.of(
            "a receipt for "
                + confirmed.meterReading().map(wh -> wh + " Wh").orElse("no reading")
                + ", told were "
                + sent.meterReading().orElse(0L)
                + " Wh");
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public long patience(SeccTiming timing) {
    return loop.patience(timing);
  }
}
