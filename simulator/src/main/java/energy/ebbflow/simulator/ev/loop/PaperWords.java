package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionResponse;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import java.util.Optional;

/**
 * What an answer of ISO 15118-2 or DIN 70121 says of the inlet.
 *
 * @param volts DC voltage, V
 * @param amps DC current, A
 * @param live AC is there
 */
record PaperWords(Optional<Double> volts, Optional<Double> amps, Optional<Boolean> live) {
  private static final PaperWords NOTHING =
      new PaperWords(Optional.empty(), Optional.empty(), Optional.empty());

  static PaperWords of(Iso2Message message) {
    return message.body().bodyElement().map(PaperWords::of).orElse(NOTHING);
  }

  private static PaperWords of(BodyElement body) {
    return switch (body) {
      case PreChargeResponse r -> volts(Values.number(r.evsePresentVoltage()));
      case WeldingDetectionResponse r -> volts(Values.number(r.evsePresentVoltage()));
      case CurrentDemandResponse r ->
          direct(Values.number(r.evsePresentVoltage()), Values.number(r.evsePresentCurrent()));
      case ChargingStatusResponse _ -> alternating(true);
      // The loop is left: by a stop, or by a renegotiation after which it is entered again.
      case PowerDeliveryResponse _ -> alternating(false);
      default -> NOTHING;
    };
  }

  static PaperWords of(DinMessage message) {
    return message.body().bodyElement().map(PaperWords::of).orElse(NOTHING);
  }

  private static PaperWords of(energy.ebbflow.iso15118.message.din.BodyElement body) {
    return switch (body) {
      case energy.ebbflow.iso15118.message.din.loop.PreChargeResponse r ->
          volts(number(r.evsePresentVoltage()));
      case energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse r ->
          volts(number(r.evsePresentVoltage()));
      case energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse r ->
          direct(number(r.evsePresentVoltage()), number(r.evsePresentCurrent()));
      default -> NOTHING;
    };
  }

  private static double number(energy.ebbflow.iso15118.message.din.PhysicalValue value) {
    return energy.ebbflow.simulator.ev.din.wire.Values.number(value);
  }

  private static PaperWords volts(double volts) {
    return new PaperWords(Optional.of(volts), Optional.empty(), Optional.empty());
  }

  private static PaperWords direct(double volts, double amps) {
    return new PaperWords(Optional.of(volts), Optional.of(amps), Optional.empty());
  }

  private static PaperWords alternating(boolean live) {
    return new PaperWords(Optional.empty(), Optional.empty(), Optional.of(live));
  }
}
