package energy.ebbflow.ocpp.network;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network connection profiles (B09, B10) and what a change of them must hold to (A05). Slot 0
 * is the configuration's and cannot be overwritten. Confined to the link's thread.
 */
public final class Networks {
  private static final Logger LOG = LoggerFactory.getLogger(Networks.class);
  private static final String AREA = "network profile";

  private final OcppConfig config;
  private final StationStore store;
  private final DeviceModel device;
  private final CertificateStore certificates;
  private final Map<Integer, NetworkProfile> profiles = new TreeMap<>();
  private int active;

  public Networks(
      OcppConfig config, StationStore store, DeviceModel device, CertificateStore certificates) {
    this.config = config;
    this.store = store;
    this.device = device;
    this.certificates = certificates;
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    store
        .kept(AREA)
        .forEach(
            (slot, row) -> {
              try {
                NetworkProfile profile = reader.read(StrictJson.parse(row), NetworkProfile.class);
                profiles.put(profile.slot(), profile);
              } catch (JsonFault e) {
                LOG.error("network profile {} of the store is dropped: {}", slot, e.text());
              }
            });
    active = priority().getFirst();
    activate(active);
  }

  /** The slots to be tried, in their order; at least the configuration's. */
  public List<Integer> priority() {
    List<Integer> slots =
        device.members(SecurityVariables.NETWORK_PRIORITY).stream()
            .map(Integer::parseInt)
            .filter(this::exists)
            .toList();
    return slots.isEmpty() ? List.of(0) : slots;
  }

  private boolean exists(int slot) {
    return slot == 0 || profiles.containsKey(slot);
  }

  /** The profile in use. */
  public int active() {
    return active;
  }

  /** Another profile is in use from now on. */
  public void activate(int slot) {
    active = slot;
    device.observe(SecurityVariables.ACTIVE_NETWORK, Integer.toString(slot));
    device.observe(SecurityVariables.SECURITY_PROFILE, Integer.toString(security(slot)));
    if (slot != 0) {
      int seconds = profile(slot).messageTimeoutSeconds();
      device.observe(
          Variables.MESSAGE_TIMEOUT,
          Integer.toString(
              Math.clamp(seconds, Variables.MIN_MESSAGE_TIMEOUT, Variables.MAX_MESSAGE_TIMEOUT)));
    }
  }

  private NetworkProfile profile(int slot) {
    NetworkProfile found = profiles.get(slot);
    if (found == null) {
      throw new IllegalArgumentException("no network profile in slot " + slot);
    }
    return found;
  }

  private int security(int slot) {
    return slot == 0 ? config.securityProfile() : profile(slot).securityProfile();
  }

  /** Where a profile leads. */
  public Endpoint endpoint(int slot) {
    String set = device.value(Variables.BASIC_AUTH_PASSWORD);
    Optional<String> usual = set.isEmpty() ? config.basicAuthPassword() : Optional.of(set);
    if (slot == 0) {
      return new Endpoint(
          0, config.url(), config.identity(), config.versions(), usual, config.securityProfile());
    }
    NetworkProfile profile = profile(slot);
    Optional<String> password =
        profile.securityProfile() == 3 ? Optional.empty() : profile.password().or(() -> usual);
    return new Endpoint(
        slot,
        URI.create(profile.url()),
        profile.identity().orElse(config.identity()),
        profile.subprotocols().stream().map(Networks::version).toList(),
        password,
        profile.securityProfile());
  }

  private static WireVersion version(String subprotocol) {
    for (WireVersion version : WireVersion.values()) {
      if (version.subprotocol().equals(subprotocol)) {
        return version;
      }
    }
    throw new IllegalArgumentException("no dialect " + subprotocol);
  }

  /** The back office sets a profile (B09); it is used once the order of priority names it. */
  public Optional<Refusal> set(NetworkProfile wanted) {
    Optional<Refusal> refusal = check(wanted);
    if (refusal.isEmpty()) {
      keep(wanted);
    }
    return refusal;
  }

  private void keep(NetworkProfile profile) {
    store.keep(
        AREA,
        Integer.toString(profile.slot()),
        StrictJson.write(new RecordWriter(WireVersion.STORE).write(profile)));
    profiles.put(profile.slot(), profile);
  }

  private Optional<Refusal> check(NetworkProfile wanted) {
    if (wanted.slot() < 1 || wanted.slot() > SecurityVariables.MAX_SLOT) {
      // B09.FR.02.
      return refused("InvalidConfSlot", "slots 1 to " + SecurityVariables.MAX_SLOT);
    }
    if (priority().contains(wanted.slot())) {
      return refused("PriorityNetworkConf", "the slot is in NetworkConfigurationPriority");
    }
    if (wanted.securityProfile() > 3) {
      return refused("InvalidNetworkConf", "security profiles 0 to 3");
    }
    if (wanted.securityProfile() < security(active)) {
      // B09.FR.04, A05: nobody may talk a station out of its security.
      return refused("NoSecurityDowngrade", "the profile in use is " + security(active));
    }
    return address(wanted);
  }

  private static Optional<Refusal> address(NetworkProfile wanted) {
    URI url;
    try {
      url = URI.create(wanted.url());
    } catch (IllegalArgumentException e) {
      return refused("InvalidNetworkConf", "ocppCsmsUrl is no address");
    }
    boolean secure = wanted.securityProfile() >= 2;
    if (url.getHost() == null || !(secure ? "wss" : "ws").equals(url.getScheme())) {
      return refused(
          "InvalidNetworkConf",
          "security profile "
              + wanted.securityProfile()
              + " wants a "
              + (secure ? "wss" : "ws")
              + ": address with a host");
    }
    return wanted.subprotocols().isEmpty()
        ? refused("InvalidNetworkConf", "a dialect that this station does not speak")
        : Optional.empty();
  }

  private static Optional<Refusal> refused(String code, String text) {
    return Optional.of(new Refusal(code, text));
  }

  /** Whether the station can follow an order of priority (A05.FR.02, A05.FR.03, B09). */
  public Optional<Refusal> checkPriority(String value) {
    if (value.isEmpty()) {
      return refused("InvalidValue", "at least one slot");
    }
    for (String member : value.split(",", -1)) {
      int slot = Integer.parseInt(member);
      if (!exists(slot)) {
        return refused("InvalidConfSlot", "there is no profile in slot " + slot);
      }
      if (security(slot) < security(active)) {
        return refused("NoSecurityDowngrade", "slot " + slot + " has less security");
      }
      Optional<Refusal> refusal =
          security(slot) == security(active) ? Optional.empty() : able(slot);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> able(int slot) {
    int wanted = security(slot);
    if (wanted >= 2 && certificates.roots(CertificateUse.CSMS_ROOT_CERTIFICATE).isEmpty()) {
      // A05.FR.02: without a root nobody could be trusted.
      return refused("InvalidNetworkConf", "no CSMSRootCertificate is installed");
    }
    boolean known =
        config.clientCertificate().isPresent()
            || certificates.identity(SigningUse.CHARGING_STATION_CERTIFICATE).isPresent();
    // A05.FR.03.
    return wanted == 3 && !known
        ? refused("InvalidNetworkConf", "no ChargingStationCertificate is installed")
        : Optional.empty();
  }

  /**
   * The same address with more security, as 1.6 changes it (whitepaper, A05).
   *
   * @return why not
   */
  public Optional<Refusal> upgrade(int securityProfile) {
    Endpoint now = endpoint(active);
    if (securityProfile <= now.securityProfile() || securityProfile > 3) {
      return refused("NoSecurityDowngrade", "the profile in use is " + now.securityProfile());
    }
    Optional<Integer> free =
        List.of(1, 2, 3, 4).stream().filter(slot -> !priority().contains(slot)).findFirst();
    if (free.isEmpty()) {
      return refused("InvalidConfSlot", "every slot is in use");
    }
    String url = now.url().toString();
    NetworkProfile next =
        new NetworkProfile(
            free.get(),
            securityProfile >= 2 && !now.secure() ? "wss" + url.substring(2) : url,
            now.versions().stream().map(WireVersion::subprotocol).toList(),
            securityProfile,
            device.number(Variables.MESSAGE_TIMEOUT),
            Optional.of(now.identity()),
            now.password());
    Optional<Refusal> refusal = check(next);
    if (refusal.isPresent()) {
      return refusal;
    }
    keep(next);
    String order = free.get() + "," + join(priority());
    Optional<Refusal> unable = checkPriority(order);
    if (unable.isEmpty()) {
      setPriority(order);
    }
    return unable;
  }

  private void setPriority(String order) {
    store.keep(
        DeviceModel.areaName(), DeviceModel.storeName(SecurityVariables.NETWORK_PRIORITY), order);
    device.observe(SecurityVariables.NETWORK_PRIORITY, order);
  }

  private static String join(List<Integer> slots) {
    return slots.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /**
   * A back office accepted the station here: what is less secure is not gone back to (A05.FR.06).
   */
  public void settled() {
    List<Integer> all = priority();
    List<Integer> kept = new ArrayList<>(all);
    kept.removeIf(slot -> security(slot) < security(active));
    if (kept.size() < all.size()) {
      setPriority(join(kept));
    }
  }

  /** The password was set by the variable: it counts more than the one of the profile. */
  public void passwordSet() {
    if (active != 0 && profile(active).password().isPresent()) {
      keep(profile(active).withoutPassword());
    }
  }
}
