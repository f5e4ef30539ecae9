package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.iso20.offer.Offers;
import java.util.Optional;

/**
 * All that a state may look at in one step.
 *
 * @param config what the station offers
 * @param data what the session has learnt
 * @param view the station now
 * @param nowNanos monotonic time, origin arbitrary
 */
public record Turn(SeccConfig config, Iso20Data data, EvseView view, long nowNanos) {
  /** Header of a response. */
  public MessageHeader header() {
    return new MessageHeader(data.sessionId(), view.utcSeconds(), Optional.empty());
  }

  /** What this vehicle is offered. */
  public Offers offers() {
    return new Offers(config, data.allowed().bidirectional());
  }

  /** Limits of the moment; no discharge for a vehicle that may not (R14), whatever was agreed. */
  public PowerEnvelope limits() {
    PowerEnvelope limits = view.envelope();
    return view.outlook().bidirectional()
        ? limits
        : new PowerEnvelope(
            limits.chargeWattsMax(),
            0,
            limits.chargeAmpsMax(),
            0,
            limits.voltsMin(),
            limits.voltsMax());
  }

  /** The same step with other knowledge. */
  public Turn with(Iso20Data other) {
    return new Turn(config, other, view, nowNanos);
  }

  /** Whether {@code deadlineNanos} has come. */
  public boolean reached(long deadlineNanos) {
    return nowNanos - deadlineNanos >= 0;
  }

  /** This long from now. */
  public long in(long nanos) {
    return nowNanos + nanos;
  }
}
