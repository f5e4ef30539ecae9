package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.certificate.Chains;
import energy.ebbflow.ocpp.certificate.Pem;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.FileVariables;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.errand.ErrandEnd;
import energy.ebbflow.ocpp.errand.Location;
import energy.ebbflow.ocpp.firmware.UpdateEffect;
import energy.ebbflow.ocpp.firmware.UpdateInput;
import energy.ebbflow.ocpp.firmware.UpdateMachine;
import energy.ebbflow.ocpp.firmware.UpdateOrder;
import energy.ebbflow.ocpp.firmware.UpdateState;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the {@link UpdateMachine}: keeps its state, carries out what it wants (block L). */
public final class FirmwareUpdates implements Service {
  /** Largest image. */
  public static final long MAX_IMAGE_BYTES = 1L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(FirmwareUpdates.class);
  private static final String AREA = "firmware";
  private static final String STATE = "state";
  private static final String CLOSED = "closed";

  private final OcppConfig config;
  private final StationStore store;
  private final DeviceModel device;
  private final CertificateStore certificates;
  private final boolean able;
  private final LongSupplier numbers;
  private final Consumer<Effect> effects;
  private UpdateState state;
  private OptionalLong errand = OptionalLong.empty();
  private boolean started;

  /**
   * Continues what an earlier run left.
   *
   * @param able whether there is an installer
   * @param numbers of errands
   */
  public FirmwareUpdates(
      OcppConfig config,
      StationStore store,
      DeviceModel device,
      CertificateStore certificates,
      boolean able,
      LongSupplier numbers,
      Consumer<Effect> effects) {
    this.config = config;
    this.store = store;
    this.device = device;
    this.certificates = certificates;
    this.able = able;
    this.numbers = numbers;
    this.effects = effects;
    this.state = read(store);
  }

  private static UpdateState read(StationStore store) {
    String row = store.kept(AREA).get(STATE);
    if (row == null) {
      return UpdateState.NONE;
    }
    try {
      return RecordReader.forgiving(WireVersion.STORE)
          .read(StrictJson.parse(row), UpdateState.class);
    } catch (JsonFault e) {
      LOG.error("the state of the firmware update is lost: {}", e.text());
      return UpdateState.NONE;
    }
  }

  /** What an order came to; OCPP's UpdateFirmwareStatusEnumType. */
  public enum Verdict {
    ACCEPTED,
    ACCEPTED_CANCELED,
    REJECTED,
    INVALID_CERTIFICATE
  }

  /**
   * The verdict and why.
   *
   * @param reason OCPP's reason code
   */
  public record Answer(Verdict verdict, String reason, String text) {}

  /** The back office orders an update. */
  public Answer order(UpdateOrder order, Instant now) {
    if (!able) {
      return new Answer(Verdict.REJECTED, "UnsupportedRequest", "there is no installer");
    }
    try {
      Location.of(order.location());
    } catch (IllegalArgumentException e) {
      return new Answer(Verdict.REJECTED, "InvalidURL", String.valueOf(e.getMessage()));
    }
    Optional<Answer> refusal = unsealed(order, now);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!UpdateMachine.replaceable(state)) {
      return new Answer(Verdict.REJECTED, "FwUpdateInProgress", "it is being installed");
    }
    boolean replaces = state.phase() != UpdateState.Phase.IDLE;
    step(new UpdateInput.Ordered(order), now);
    return new Answer(replaces ? Verdict.ACCEPTED_CANCELED : Verdict.ACCEPTED, "", "");
  }

  /**
   * L01.FR.02, FR.22: only the maker's certificate counts, and where there is one, nothing less.
   */
  private Optional<Answer> unsealed(UpdateOrder order, Instant now) {
    boolean known = !certificates.roots(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE).isEmpty();
    if (order.signature().isEmpty()) {
      return known
          ? Optional.of(
              new Answer(
                  Verdict.REJECTED,
                  "MissingParam",
                  "a ManufacturerRootCertificate is installed: only signed firmware is taken"))
          : Optional.empty();
    }
    Optional<String> fault;
    try {
      fault =
          Chains.fault(
              Pem.chain(order.signature().get().certificate()),
              certificates.roots(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE),
              now);
    } catch (CertificateException e) {
      fault = Optional.of(String.valueOf(e.getMessage()));
    }
    fault.ifPresent(
        text -> effects.accept(new Effect.Security("InvalidFirmwareSigningCertificate", text)));
    return fault.map(text -> new Answer(Verdict.INVALID_CERTIFICATE, "InvalidCertificate", text));
  }

  /** Says again how far it is (F06, L01.FR.25, FR.26). */
  public void tellAgain() {
    boolean idle = state.phase() == UpdateState.Phase.IDLE;
    tell(idle ? FirmwareStatus.IDLE : state.told().orElse(FirmwareStatus.IDLE), "", !idle);
  }

  private void tell(FirmwareStatus status, String text, boolean withRequest) {
    Optional<Integer> request =
        withRequest ? state.order().flatMap(UpdateOrder::requestId) : Optional.empty();
    effects.accept(new Effect.Tell(new Notice.Firmware(status, request, text)));
  }

  private Path image() {
    return Path.of(config.database() + ".files").resolve("firmware.image");
  }

  private void step(UpdateInput input, Instant now) {
    boolean asks =
        switch (state.phase()) {
          case IDLE,
              FETCHING,
              WAITING_TO_FETCH,
              WAITING_TO_RETRY,
              INSTALLING,
              RESTARTING,
              PROVING ->
              false;
          case VERIFYING, WAITING_TO_INSTALL, WAITING_FOR_PEACE -> true;
        };
    boolean image = asks || input instanceof UpdateInput.Ended;
    UpdateMachine.Step step =
        UpdateMachine.step(
            state,
            input,
            new UpdateMachine.Surroundings(
                now,
                image && !store.openTransactions().isEmpty(),
                config.firmwareVersion(),
                !device.flag(FileVariables.SESSIONS_PENDING_UPDATE)));
    if (!step.next().equals(state)) {
      // First it is kept, then it happens: a crash in between repeats the step.
      store.keep(
          AREA, STATE, StrictJson.write(new RecordWriter(WireVersion.STORE).write(step.next())));
      state = step.next();
    }
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(UpdateEffect effect) {
    switch (effect) {
      case UpdateEffect.Tell tell -> tell(tell.status(), tell.text(), true);
      case UpdateEffect.Fetch fetch ->
          begin(new Errand.Download(fetch.location(), image(), MAX_IMAGE_BYTES));
      case UpdateEffect.Verify verify ->
          begin(new Errand.Verify(image(), verify.seal().certificate(), verify.seal().signature()));
      case UpdateEffect.Install _ -> begin(new Errand.Install(image()));
      case UpdateEffect.Abandon _ -> {
        errand.ifPresent(number -> effects.accept(new Effect.Abandon(number)));
        errand = OptionalLong.empty();
      }
      case UpdateEffect.CloseOutlets close -> closeOutlets(close.closed());
      case UpdateEffect.Restart _ ->
          effects.accept(new Effect.Command(new BackOfficeCommand.Reset(0, true, 0)));
      case UpdateEffect.Confirm _ ->
          effects.accept(new Effect.Begin(numbers.getAsLong(), new Errand.Confirm()));
      case UpdateEffect.RollBack _ -> begin(new Errand.RollBack());
      case UpdateEffect.Security security ->
          effects.accept(new Effect.Security(security.kind(), security.info()));
      case UpdateEffect.Discard _ -> discard();
    }
  }

  private void begin(Errand wanted) {
    errand = OptionalLong.of(numbers.getAsLong());
    effects.accept(new Effect.Begin(errand.getAsLong(), wanted));
  }

  private void discard() {
    try {
      Files.deleteIfExists(image());
    } catch (IOException e) {
      LOG.warn("{}: not removed: {}", image(), e.getMessage());
    }
  }

  /** Outlets that the back office took out of service before stay so afterwards. */
  private void closeOutlets(boolean closed) {
    String row = store.kept(AREA).getOrDefault(CLOSED, "");
    if (closed == !row.isEmpty()) {
      return;
    }
    if (closed) {
      List<Integer> open =
          java.util.stream.IntStream.rangeClosed(1, config.outlets().size())
              .filter(evse -> !device.value(FileVariables.state(evse)).equals("Unavailable"))
              .boxed()
              .toList();
      String list = String.join(",", open.stream().map(String::valueOf).toList());
      store.keep(AREA, CLOSED, list);
      row = list;
    } else {
      store.forget(AREA, CLOSED);
    }
    for (String evse : row.isEmpty() ? new String[0] : row.split(",")) {
      effects.accept(
          new Effect.Command(
              new BackOfficeCommand.Availability(0, Integer.parseInt(evse), !closed)));
    }
  }

  @Override
  public void tick(Moment now) {
    if (!started) {
      started = true;
      step(new UpdateInput.Started(), now.instant());
    }
    step(new UpdateInput.Tick(), now.instant());
  }

  @Override
  public void accepted(Moment now) {
    step(new UpdateInput.Accepted(), now.instant());
  }

  @Override
  public void ended(ErrandEnd end, Moment now) {
    if (errand.isPresent() && errand.getAsLong() == end.number()) {
      errand = OptionalLong.empty();
      step(new UpdateInput.Ended(end.how(), end.text()), now.instant());
    }
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    return state
        .dueAt()
        .map(
            at ->
                OptionalLong.of(
                    now.nanos()
                        + Math.clamp(
                                Duration.between(now.instant(), at).toMillis(), 0, LONGEST_MILLIS)
                            * 1_000_000L))
        .orElse(OptionalLong.empty());
  }

  /** Clocks may be set: a wait is looked at this often at least. */
  private static final long LONGEST_MILLIS = 60_000;
}
