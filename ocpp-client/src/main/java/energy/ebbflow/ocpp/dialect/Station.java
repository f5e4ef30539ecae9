package energy.ebbflow.ocpp.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.billing.Ledger;
import energy.ebbflow.ocpp.billing.TariffShelf;
import energy.ebbflow.ocpp.billing.Tariffs;
import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerControls;
import energy.ebbflow.ocpp.device.CoreVariables;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.DisplayVariables;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.device.VariableSpec;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.display.Front;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.energy.Energy;
import energy.ebbflow.ocpp.energy.Presence;
import energy.ebbflow.ocpp.energy.ProfileShelf;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.monitoring.Monitors;
import energy.ebbflow.ocpp.network.Networks;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.ActiveTransaction;
import energy.ebbflow.ocpp.profile.Composite;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.ProfileValidator;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.reservation.Reservations;
import energy.ebbflow.ocpp.token.KnownTokens;
import energy.ebbflow.ocpp.upkeep.CertificateWatch;
import energy.ebbflow.ocpp.upkeep.ClockReadings;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.FirmwareUpdates;
import energy.ebbflow.ocpp.upkeep.LogUploads;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.upkeep.Signing;
import energy.ebbflow.ocpp.upkeep.VehicleQuestions;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariableStatus;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the station is and knows, whichever dialect asks: its variables, charging profiles, open
 * transactions and states. Confined to the link's thread.
 */
public final class Station implements ProfileShelf {
  private static final Logger LOG = LoggerFactory.getLogger(Station.class);
  private static final String PROFILES = "profile";
  private static final String SHOWN = "shown variable";
  private static final String VARIABLES = DeviceModel.areaName();

  /** Effects that wait; the link takes them after everything it does. */
  private static final int MAX_EFFECTS = 1_024;

  private final OcppConfig config;
  private final StationStore store;
  private final DeviceModel device;
  private final Map<Integer, StationEvent.ConnectorStatus> statuses = new ConcurrentSkipListMap<>();
  private final HeldProfiles heldProfiles = new HeldProfiles();
  private final KnownTokens tokens;
  private final Deque<Effect> effects = new ArrayDeque<>();
  private final CertificateStore certificates;
  private final Networks networks;
  private final Signing signing;
  private final CertificateWatch watch;
  private final VehicleQuestions vehicles;
  private final FirmwareUpdates firmware;
  private final LogUploads logs;
  private final Reservations reservations;
  private final Monitors monitors;
  private final ClockReadings clock;
  private final OutOfService outOfService;
  private final Energy energy;
  private final DerControls der;
  private final Tariffs tariffs;
  private final Front front;
  private int events;
  private long errands;
  private ProfileBook profiles;

  /** A station that can neither install firmware nor send its log. */
  public Station(OcppConfig config, StationStore store) {
    this(config, store, StationPorts.NONE);
  }

  public Station(OcppConfig config, StationStore store, StationPorts ports) {
    this.config = config;
    this.store = store;
    store.whenCorrected(right -> statuses.replaceAll((evse, status) -> right.of(status)));
    this.device = new DeviceModel(variables(config, ports), store.kept(VARIABLES));
    store.courseEvery(
        () -> device.number(CoreVariables.SAMPLED_ENDED_INTERVAL),
        () -> device.number(CoreVariables.ALIGNED_ENDED_INTERVAL));
    this.tokens = new KnownTokens(store, device);
    device.observe(Variables.LOCAL_LIST_ENTRIES, Integer.toString(tokens.size()));
    this.profiles = readProfiles(store);
    this.certificates =
        new CertificateStore(
            store,
            Path.of(config.database() + ".keys"),
            config.trustedCertificates(),
            config.oneBackOfficeRoot());
    store.kept(SHOWN).forEach((path, value) -> restore(device, path, value));
    this.monitors = new Monitors(store, device, this::nextEvent, this::effect);
    device.observe(SecurityVariables.CERTIFICATE_ENTRIES, Integer.toString(certificates.count()));
    this.clock = new ClockReadings(device, store::openTransactions, this::effect);
    this.outOfService = new OutOfService(store, config.outlets().size());
    this.energy = new Energy(this, device, config.outlets().size(), this::effect);
    store.whenCorrected(energy::corrected);
    this.der =
        new DerControls(store, config.outlets().stream().map(Outlet::der).toList(), this::effect);
    this.networks = new Networks(config, store, device, certificates);
    this.signing = new Signing(config, device, certificates, networks, this::effect);
    this.watch = new CertificateWatch(certificates, this::effect);
    this.reservations = new Reservations(config, store, device, tokens, this::effect);
    TariffShelf shelf = new TariffShelf(store);
    Ledger ledger = new Ledger(config, store, device, shelf);
    reservations.began(ledger::reserved);
    this.tariffs = new Tariffs(config, device, shelf, ledger, this::nextEvent, this::effect);
    this.front =
        new Front(config, store, device, tariffs, ports.screen(), this::statuses, this::effect);
    tariffs.closed(front::closed);
    this.vehicles = new VehicleQuestions(tokens, tariffs, front, this::effect);
    this.firmware =
        new FirmwareUpdates(
            config,
            store,
            device,
            certificates,
            ports.installer().isPresent(),
            this::nextErrand,
            this::effect);
    this.logs =
        new LogUploads(config, ports.diagnostics().isPresent(), this::nextErrand, this::effect);
  }

  private static List<VariableSpec> variables(OcppConfig config, StationPorts ports) {
    List<VariableSpec> all = new ArrayList<>(Variables.of(config));
    ports.screen().ifPresent(screen -> DisplayVariables.add(all, screen.ability()));
    return all;
  }

  /** Everything that the station does beside its transactions. */
  public List<Service> services() {
    return List.of(
        signing,
        watch,
        vehicles,
        firmware,
        logs,
        reservations,
        monitors,
        monitors.streams(),
        clock,
        energy,
        der,
        tariffs,
        front);
  }

  /** Something the link is to do, once what it does now is done. */
  public void effect(Effect effect) {
    if (effects.size() >= MAX_EFFECTS) {
      LOG.error("more than {} effects wait; {} is dropped", MAX_EFFECTS, effect);
      return;
    }
    effects.add(effect);
  }

  /** The oldest effect that was not taken yet. */
  public Optional<Effect> nextEffect() {
    return Optional.ofNullable(effects.poll());
  }

  /** Whom the station trusts and who it is. Thread-safe. */
  public CertificateStore certificates() {
    return certificates;
  }

  /** Energy beside charging profiles. */
  public Energy energy() {
    return energy;
  }

  public Networks networks() {
    return networks;
  }

  public Signing signing() {
    return signing;
  }

  public CertificateWatch certificateWatch() {
    return watch;
  }

  private long nextErrand() {
    return ++errands;
  }

  /** Tells the back office as soon as it listens. */
  public void tell(Notice notice) {
    effect(new Effect.Tell(notice));
  }

  /** Hands an event to the service that it is for. */
  public void told(StationEvent.ForServices event) {
    switch (event) {
      case StationEvent.OfVehicle question -> vehicles.ask(question);
      case StationEvent.GridAlarm alarm -> der.alarm(alarm);
      case StationEvent.IdleReading reading -> clock.take(reading);
    }
  }

  /** Meter values of outlets without a transaction. */
  public ClockReadings clockReadings() {
    return clock;
  }

  public OutOfService outOfService() {
    return outOfService;
  }

  public DerControls derControls() {
    return der;
  }

  public Monitors monitors() {
    return monitors;
  }

  /** Number of an event of this station (NotifyEvent); unique since the start. */
  public int nextEvent() {
    events = (events + 1) & Integer.MAX_VALUE;
    return events;
  }

  /** Keeps a variable that is only shown, and set by a message of its own. */
  public void shown(Key key, String value) {
    store.keep(SHOWN, DeviceModel.storeName(key), value);
    device.observe(key, value);
  }

  private static void restore(DeviceModel device, String path, String value) {
    device.all().stream()
        .map(VariableSpec::key)
        .filter(key -> DeviceModel.storeName(key).equals(path))
        .forEach(key -> device.observe(key, value));
  }

  /** A transaction event is on disk; its newest samples are the power of its EVSE. */
  public void follow(StationEvent.Transaction event) {
    reservations.usedBy(event);
    energy.follow(event);
    boolean over = event.kind() == StationEvent.Transaction.Kind.ENDED;
    if (over || !event.samples().isEmpty()) {
      long watts = over ? 0 : Math.round(event.samples().getLast().powerWatts());
      device.observe(Variables.power(event.evse()), Long.toString(watts));
    }
  }

  /** The back office says how often it wants to hear of the station. */
  public void heartbeatEvery(Duration interval) {
    device.observe(Variables.HEARTBEAT_INTERVAL, Long.toString(interval.toSeconds()));
  }

  public Reservations reservations() {
    return reservations;
  }

  /** Tariffs, what transactions cost, and their bounds. */
  public Tariffs tariffs() {
    return tariffs;
  }

  /** What people at the station read. */
  public Front front() {
    return front;
  }

  public FirmwareUpdates firmware() {
    return firmware;
  }

  public LogUploads logs() {
    return logs;
  }

  public VehicleQuestions vehicleQuestions() {
    return vehicles;
  }

  public OcppConfig config() {
    return config;
  }

  public StationStore store() {
    return store;
  }

  public DeviceModel device() {
    return device;
  }

  /** Tokens that are known without asking. */
  public KnownTokens tokens() {
    return tokens;
  }

  @Override
  public ProfileBook profiles() {
    return profiles;
  }

  @Override
  public void hold(ProfileBook next) {
    profiles = next;
  }

  /** Replaces the profiles, on disk first; those of external systems are not kept. */
  @Override
  public void profiles(ProfileBook next) {
    if (next.equals(profiles)) {
      return;
    }
    RecordWriter writer = new RecordWriter(WireVersion.STORE);
    Map<String, String> rows = new TreeMap<>();
    for (Installed installed : next.installed()) {
      if (installed.profile().id() >= 0) {
        rows.put(
            Integer.toString(installed.profile().id()), StrictJson.write(writer.write(installed)));
      }
    }
    store.keepAll(PROFILES, rows);
    profiles = next;
  }

  @Override
  public Presence presence() {
    return new KeptPresence(store);
  }

  private static ProfileBook readProfiles(StationStore store) {
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    List<Installed> installed = new ArrayList<>();
    for (Map.Entry<String, String> row : store.kept(PROFILES).entrySet()) {
      try {
        JsonNode node = StrictJson.parse(row.getValue());
        installed.add(reader.read(node, Installed.class));
      } catch (JsonFault e) {
        LOG.error("charging profile {} of the store is dropped: {}", row.getKey(), e.text());
      }
    }
    return new ProfileBook(installed);
  }

  /** Installs a profile for good, if it keeps the rules. */
  public Optional<Refusal> install(Installed candidate) {
    Optional<Refusal> refusal = check(candidate, false);
    if (refusal.isEmpty()) {
      profiles(profiles.with(candidate));
    }
    return refusal;
  }

  /**
   * Checks a profile.
   *
   * @param pendingStart it came with a remote start, its transaction is still to come
   */
  @Override
  public Optional<Refusal> check(Installed candidate, boolean pendingStart) {
    return new ProfileValidator(Variables.profileLimits(config, device))
        .check(candidate, profiles.installed(), active(), pendingStart);
  }

  /** What the profiles of an EVSE, or of the station (0), add up to. */
  public Composite.Sum composite(int evse, Instant start, int seconds, ChargingRateUnit unit) {
    return new Composite(profiles, energy.circumstances())
        .over(
            evse,
            evse == 0 ? Optional.empty() : activeAt(evse),
            start,
            seconds,
            unit,
            electrical(evse));
  }

  /** The station as a whole can do what its outlets can do together. */
  @Override
  public Electrical electrical(int evse) {
    List<Outlet> outlets = config.outlets();
    if (evse > 0) {
      return outlets.get(evse - 1).electrical();
    }
    Electrical first = outlets.getFirst().electrical();
    return new Electrical(
        first.nominalVolts(),
        first.phases(),
        outlets.stream().mapToDouble(o -> o.electrical().maxWatts()).sum(),
        outlets.stream().mapToDouble(o -> o.electrical().maxDischargeWatts()).sum());
  }

  /** Sets a variable; on disk first: what cannot be kept is not accepted. */
  public SetVariableStatus setVariable(VariableSpec spec, String value) {
    if (device.takes(spec, value)) {
      try {
        store.keep(VARIABLES, DeviceModel.storeName(spec.key()), value);
      } catch (StorageException e) {
        LOG.error("{} is not set: {}", spec.key(), e.getMessage());
        return SetVariableStatus.REJECTED;
      }
    }
    return device.set(spec, value);
  }

  /** Profiles of remote starts whose transaction has not begun yet. */
  public HeldProfiles heldProfiles() {
    return heldProfiles;
  }

  public List<OpenTransaction> openTransactions() {
    return store.openTransactions();
  }

  /** Transactions as charging profiles see them. */
  @Override
  public List<ActiveTransaction> active() {
    return openTransactions().stream()
        .map(t -> new ActiveTransaction(t.evse(), t.transaction(), t.startedAt()))
        .toList();
  }

  public Optional<ActiveTransaction> activeAt(int evse) {
    return active().stream().filter(t -> t.evse() == evse).findFirst();
  }

  /** Notes the state of an EVSE. */
  public void status(StationEvent.ConnectorStatus status) {
    statuses.put(status.evse(), status);
    reservations.state(status);
    String word = reservations.shown(status).status().title();
    device.observe(Variables.availabilityState(status.evse(), 0), word);
    device.observe(Variables.availabilityState(status.evse(), status.connector()), word);
    boolean anyUp =
        statuses.values().stream()
            .anyMatch(s -> s.status() == StationEvent.ConnectorStatus.Status.AVAILABLE);
    device.observe(
        Variables.availabilityState(0, 0), anyUp || statuses.size() > 1 ? "Available" : word);
  }

  /** The newest state of every EVSE that has one. */
  public List<StationEvent.ConnectorStatus> statuses() {
    return statuses.values().stream().map(reservations::shown).toList();
  }

  public boolean knowsEvse(int evse) {
    return evse >= 1 && evse <= config.outlets().size();
  }
}
