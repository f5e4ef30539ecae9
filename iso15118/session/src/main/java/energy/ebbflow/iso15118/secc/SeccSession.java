package energy.ebbflow.iso15118.secc;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.secc.din.DinSession;
import energy.ebbflow.iso15118.secc.iso2.Iso2Session;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.secc.iso20.Iso20Session;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import energy.ebbflow.iso15118.secc.iso20.offer.Offers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A vehicle's session from its connection to its end: a pure machine, immutable. One instance
 * serves one connection. Time is monotonic in ns with an arbitrary origin.
 *
 * <p>What the station does with effects: {@link SeccEffect.SessionFailed} means power off within
 * the limits of the standard, whatever the state was. {@link SeccEffect.StartCableCheck} resets the
 * result of the isolation test in the view to not tested before the next step. An answer that is
 * held (power start and stop) leaves on a {@link SeccInput.Tick}, so ticks come at least every 50
 * ms of the station's time while a link is up, and on every change of contactors, pilot or
 * isolation.
 */
public final class SeccSession {
  /** A step's result; effects are in order. */
  public record Step(SeccSession next, List<SeccEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  private sealed interface Phase {}

  private record AwaitLink() implements Phase {}

  private record AwaitProtocol(long deadlineNanos, boolean tls, boolean mutual) implements Phase {}

  private record Iso20(Iso20Session session, SeccConfig offer) implements Phase {
    Iso20 with(Iso20Session next) {
      return new Iso20(next, offer);
    }
  }

  private record Iso2(Iso2Session session) implements Phase {}

  private record Din(DinSession session) implements Phase {}

  private record Ended(Optional<PausedSession> paused) implements Phase {}

  private final SeccConfig config;
  private final Octets freshId;
  private final Optional<PausedSession> resumable;
  private final Phase phase;

  private SeccSession(
      SeccConfig config, Octets freshId, Optional<PausedSession> resumable, Phase phase) {
    this.config = config;
    this.freshId = freshId;
    this.resumable = resumable;
    this.phase = phase;
  }

  /**
   * A session that waits for its link.
   *
   * @param freshId eight bytes for a new session: unpredictable, not zero
   * @param resumable a session of this outlet that its vehicle paused
   */
  public static SeccSession initial(
      SeccConfig config, byte[] freshId, Optional<PausedSession> resumable) {
    if (freshId.length != 8 || Octets.of(freshId).equals(Octets.of(new byte[8]))) {
      throw new IllegalArgumentException("a session id has eight bytes and is not zero");
    }
    return new SeccSession(config, Octets.of(freshId), resumable, new AwaitLink());
  }

  /** Whether the session is over; a new link needs a new session. */
  public boolean ended() {
    return phase instanceof Ended;
  }

  /** The session its vehicle paused; for the next {@link #initial}. */
  public Optional<PausedSession> paused() {
    return phase instanceof Ended end ? end.paused : Optional.empty();
  }

  /** Where the session stands, for people. */
  public String stateName() {
    return switch (phase) {
      case AwaitLink waiting -> "AwaitLink";
      case AwaitProtocol waiting -> "AwaitProtocol";
      case Iso20 iso20 -> iso20.session.state().name();
      case Iso2 iso2 -> iso2.session.state().name();
      case Din din -> din.session.state().name();
      case Ended end -> "Ended";
    };
  }

  /** One step. Never throws for anything a vehicle can do. */
  public Step step(SeccInput input, EvseView view, long nowNanos) {
    return switch (input) {
      case SeccInput.LinkUp up -> linkUp(up, nowNanos);
      case SeccInput.Request request -> request(request.message(), view, nowNanos);
      case SeccInput.Undecodable garbage ->
          ended() ? stay() : fail("undecodable message: " + garbage.detail());
      case SeccInput.LinkDown down -> linkDown(down.reason());
      case SeccInput.Tick tick -> tick(view, nowNanos);
    };
  }

  private Step linkUp(SeccInput.LinkUp up, long nowNanos) {
    if (!(phase instanceof AwaitLink)) {
      return stay();
    }
    long deadline = nowNanos + config.timing().communicationSetup();
    return to(new AwaitProtocol(deadline, up.tls(), up.mutual()), List.of());
  }

  private Step linkDown(String reason) {
    return switch (phase) {
      case Ended end -> stay();
      case AwaitLink waiting -> to(new Ended(Optional.empty()), List.of());
      case AwaitProtocol waiting -> lost(reason);
      case Iso20 iso20 -> lost(reason);
      case Iso2 iso2 -> lost(reason);
      case Din din -> lost(reason);
    };
  }

  private Step lost(String reason) {
    return to(
        new Ended(Optional.empty()),
        List.of(new SeccEffect.SessionFailed("link lost in " + stateName() + ": " + reason)));
  }

  private Step tick(EvseView view, long nowNanos) {
    return switch (phase) {
      case AwaitLink waiting -> stay();
      case Ended end -> stay();
      case AwaitProtocol waiting -> nowNanos - waiting.deadlineNanos >= 0 ? setupOverdue() : stay();
      case Iso20 iso20 -> follow(iso20.session.tick(iso20.offer, view, nowNanos), iso20::with);
      case Iso2 iso2 -> follow(iso2.session.tick(config, view, nowNanos), Iso2::new);
      case Din din -> follow(din.session.tick(config, view, nowNanos), Din::new);
    };
  }

  private Step request(V2gMessage message, EvseView view, long nowNanos) {
    return switch (phase) {
      case Ended end -> stay();
      case AwaitLink waiting -> fail(name(message) + " came before the link was up");
      case AwaitProtocol waiting -> {
        if (nowNanos - waiting.deadlineNanos >= 0) {
          yield setupOverdue();
        }
        yield message instanceof SupportedAppProtocolRequest sap
            ? negotiate(sap, waiting)
            : fail("supportedAppProtocolReq expected first, " + name(message) + " came");
      }
      case Iso20 iso20 ->
          message instanceof Iso20Request request
              ? follow(iso20.session.request(request, iso20.offer, view, nowNanos), iso20::with)
              : foreign("a request of ISO 15118-20", message);
      case Iso2 iso2 ->
          message instanceof Iso2Message body
              ? follow(iso2.session.request(body, config, view, nowNanos), Iso2::new)
              : foreign("a message of ISO 15118-2", message);
      case Din din ->
          message instanceof DinMessage body
              ? follow(din.session.request(body, config, view, nowNanos), Din::new)
              : foreign("a message of DIN 70121", message);
    };
  }

  private Step negotiate(SupportedAppProtocolRequest request, AwaitProtocol waiting) {
    AppProtocols.Choice choice =
        AppProtocols.choose(request, spoken(waiting), config.stationChooses());
    if (choice.protocol().isEmpty()) {
      String offered =
          request.appProtocol().stream()
              .map(AppProtocol::protocolNamespace)
              .collect(Collectors.joining(", "));
      String reason = "no protocol in common, the vehicle offers " + offered;
      return to(
          new Ended(Optional.empty()),
          List.of(
              new SeccEffect.SessionFailed(reason),
              new SeccEffect.Respond(choice.response()),
              new SeccEffect.CloseLink(reason)));
    }
    VehicleProtocol chosen = choice.protocol().get();
    return to(
        begin(chosen, waiting.deadlineNanos),
        List.of(
            new SeccEffect.ProtocolChosen(chosen.label()),
            new SeccEffect.Respond(choice.response())));
  }

  private Phase begin(VehicleProtocol chosen, long setupDeadlineNanos) {
    return switch (chosen) {
      case ISO2 -> new Iso2(Iso2Session.initial(freshId, direct(), resumable, setupDeadlineNanos));
      case DIN -> new Din(DinSession.initial(freshId, setupDeadlineNanos));
      case ISO20_DC, ISO20_AC -> {
        SeccConfig offer =
            config
                .only(chosen)
                .orElseThrow(() -> new IllegalStateException(chosen + " has no service here"));
        yield new Iso20(Iso20Session.initial(freshId, resumable(offer), setupDeadlineNanos), offer);
      }
    };
  }

  private boolean direct() {
    return config.services().stream().anyMatch(EnergyService::isDc);
  }

  /** The protocols that this link is good enough for, among those there is a machine for. */
  private Set<VehicleProtocol> spoken(AwaitProtocol link) {
    Set<VehicleProtocol> spoken = new LinkedHashSet<>();
    for (VehicleProtocol protocol : config.protocols()) {
      boolean speaks =
          switch (protocol) {
            case ISO20_DC, ISO20_AC ->
                config.only(protocol).isPresent()
                    && (!config.tlsForIso20() || link.tls && link.mutual);
            case ISO2 -> true;
            case DIN -> direct();
          };
      if (speaks) {
        spoken.add(protocol);
      }
    }
    return spoken;
  }

  /** A paused session of -20 is offered again only where its service still is. */
  private Optional<PausedSession> resumable(SeccConfig offer) {
    return resumable.filter(
        session ->
            session.iso2().isEmpty()
                && new Offers(offer, session.bidirectional()).stillOffers(session.selection()));
  }

  private Step setupOverdue() {
    return fail(
        "the vehicle was silent: no protocol agreed within "
            + config.timing().communicationSetup() / 1_000_000
            + " ms of connecting (communication set-up)");
  }

  private <S> Step follow(SessionStep<S> step, Function<S, Phase> phase) {
    return to(step.next().map(phase).orElseGet(() -> new Ended(step.paused())), step.effects());
  }

  private Step foreign(String expected, V2gMessage message) {
    return fail(expected + " expected in " + stateName() + ", " + name(message) + " came");
  }

  private Step fail(String reason) {
    return to(
        new Ended(Optional.empty()),
        List.of(new SeccEffect.SessionFailed(reason), new SeccEffect.CloseLink(reason)));
  }

  private Step stay() {
    return new Step(this, List.of());
  }

  private Step to(Phase next, List<SeccEffect> effects) {
    return new Step(new SeccSession(config, freshId, resumable, next), effects);
  }

  private static String name(V2gMessage message) {
    return message.getClass().getSimpleName();
  }
}
