package energy.ebbflow.firmware.warmup;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One session of a recorded vehicle with an outlet of its own, in virtual time and in memory: the
 * real machines and the real codec, no device, no socket, no file. Belongs to one thread.
 */
final class PlayedSession {
  /** Between two looks at the devices, and between two requests, virtual time. */
  private static final long STEP_NANOS = 50_000_000;

  /** From the plug to the first request, and from the last one to the end: debounced lines. */
  private static final int REST_STEPS = 20;

  /** So often is a charger asked that has not finished: it is no longer busy by then. */
  private static final int REPEATS_MAX = 200;

  /** Longer than any response may take: ISO 15118 gives at most 5 s. */
  private static final int ANSWER_STEPS_MAX = 100;

  private static final long LINK = 1;

  /** More than any response of these sessions has. */
  private static final int BYTES_MAX = 8_192;

  /** The session's identifier that the recordings were made with. */
  private static final byte[] SESSION_ID = {1, 0, 0, 0, 0, 0, 0, 1};

  /** What became of it. */
  enum Outcome {
    /** The vehicle said all, with energy in between. */
    WHOLE,
    /** The charger refused something or was silent. */
    BROKEN,
    /** Somebody wanted it to stop. */
    STOPPED
  }

  private final Recording recording;
  private final BooleanSupplier goOn;
  private final Plant plant;
  private final Map<MessageSet, ExiCodec<V2gMessage>> codecs = new EnumMap<>(MessageSet.class);
  private final byte[] buffer = new byte[BYTES_MAX];
  private Evse evse;
  private long nanos;
  private Optional<V2gMessage> response = Optional.empty();
  private boolean energy;

  /**
   * Prepares.
   *
   * @param dc kind of the outlet
   * @param goOn asked before each step; once it says no the session ends there
   */
  PlayedSession(Recording recording, boolean dc, BooleanSupplier goOn) {
    this.recording = recording;
    this.goOn = goOn;
    this.plant = new Plant(dc);
    this.evse = Evse.initial(WarmUpOutlet.settings(dc));
  }

  Outcome play() {
    input(new EvseInput.Commanded(new BackOfficeCommand.LinkChanged(true, "warm-up")));
    rest();
    plant.pilot(9);
    rest();
    input(
        new EvseInput.Connected(
            LINK, new SeccInput.LinkUp(false, false), Octets.of(SESSION_ID.clone())));
    boolean whole = true;
    for (Recording.Step step : recording.steps()) {
      switch (step) {
        case Recording.Step.Pilot pilot -> {
          plant.pilot(pilot.volts());
          rest();
        }
        case Recording.Step.Request request -> whole = whole && ask(request);
      }
    }
    input(new EvseInput.Vehicle(LINK, new SeccInput.LinkDown("warm-up")));
    plant.pilot(12);
    rest();
    if (!goOn.getAsBoolean()) {
      return Outcome.STOPPED;
    }
    return whole && energy ? Outcome.WHOLE : Outcome.BROKEN;
  }

  /** False when the charger did not answer, refused, or did not finish. */
  private boolean ask(Recording.Step.Request request) {
    int most = request.times() == 0 ? REPEATS_MAX : request.times();
    for (int i = 0; i < most && goOn.getAsBoolean(); i++) {
      V2gMessage message =
          codec(request.set()).decode(request.payload(), 0, request.payload().length);
      response = Optional.empty();
      input(new EvseInput.Vehicle(LINK, new SeccInput.Request(message)));
      // To some requests the charger answers when its contactors have moved.
      for (int late = 0; response.isEmpty() && late < ANSWER_STEPS_MAX; late++) {
        pass();
      }
      if (response.isEmpty()) {
        return false;
      }
      codec(request.set()).encode(response.get(), buffer, 0);
      energy |= plant.closed();
      pass();
      if (request.times() == 0 && !busy(response.get())) {
        return true;
      }
    }
    return request.times() > 0;
  }

  private ExiCodec<V2gMessage> codec(MessageSet set) {
    return codecs.computeIfAbsent(set, MessageSet::codec);
  }

  private void rest() {
    for (int i = 0; i < REST_STEPS && goOn.getAsBoolean(); i++) {
      pass();
    }
  }

  private void pass() {
    nanos += STEP_NANOS;
    for (Reading reading : plant.readings()) {
      input(new EvseInput.Measured(reading));
    }
    input(new EvseInput.Tick());
  }

  private void input(EvseInput input) {
    Evse.Heard heard = evse.hear(input, new Moment(nanos, Instant.EPOCH.plusNanos(nanos)));
    heard.answer().ifPresent(answer -> response = Optional.of(answer.response()));
    Evse.Step step = heard.rest();
    evse = step.next();
    for (EvseEffect effect : step.effects()) {
      if (effect instanceof EvseEffect.Device order) {
        plant.obey(order);
      } else if (effect instanceof EvseEffect.Respond respond) {
        response = Optional.of(respond.response());
      } else if (effect instanceof EvseEffect.Tell(StationEvent.AuthorisationQuestion question)) {
        input(
            new EvseInput.Commanded(
                new BackOfficeCommand.AuthorisationAnswer(question.request(), true, "Accepted")));
      }
    }
  }

  /** The charger wants to be asked again. */
  private static boolean busy(V2gMessage response) {
    return switch (response) {
      case AuthorizationResponse said -> said.evseProcessing() != Processing.FINISHED;
      case ScheduleExchangeResponse said -> said.evseProcessing() != Processing.FINISHED;
      case DcCableCheckResponse said -> said.evseProcessing() != Processing.FINISHED;
      case Iso2Message said -> said.body().bodyElement().filter(OlderWords::busy).isPresent();
      case DinMessage said -> said.body().bodyElement().filter(OlderWords::busy).isPresent();
      default -> false;
    };
  }
}
