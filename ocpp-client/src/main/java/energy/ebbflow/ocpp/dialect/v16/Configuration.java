package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.device.CoreVariables;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.device.VariableSpec;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.v16.core.GetConfiguration;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariableStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration keys of 1.6 (section 9), as other names of the device model's variables. */
final class Configuration {
  private static final String PASSWORD = "AuthorizationKey";
  private static final String SECURITY_PROFILE = "SecurityProfile";

  /** Keys that are read and set, and the variables behind them. */
  private static final Map<String, Key> VARIABLES = new LinkedHashMap<>();

  static {
    VARIABLES.put("HeartbeatInterval", Variables.HEARTBEAT_INTERVAL);
    VARIABLES.put("ConnectionTimeOut", CoreVariables.EV_CONNECTION_TIMEOUT);
    VARIABLES.put("MeterValueSampleInterval", Variables.TX_UPDATED_INTERVAL);
    VARIABLES.put("ClockAlignedDataInterval", Variables.ALIGNED_INTERVAL);
    VARIABLES.put("MeterValuesAlignedData", Variables.ALIGNED_MEASURANDS);
    VARIABLES.put("MeterValuesSampledData", Variables.TX_UPDATED_MEASURANDS);
    VARIABLES.put("StopTxnSampledData", Variables.TX_ENDED_MEASURANDS);
    VARIABLES.put("TransactionMessageAttempts", Variables.MESSAGE_ATTEMPTS);
    VARIABLES.put("TransactionMessageRetryInterval", Variables.MESSAGE_ATTEMPT_INTERVAL);
    VARIABLES.put("WebSocketPingInterval", Variables.PING_INTERVAL);
    VARIABLES.put("ChargeProfileMaxStackLevel", Key.of("SmartChargingCtrlr", "ProfileStackLevel"));
    VARIABLES.put("ChargingScheduleMaxPeriods", Key.of("SmartChargingCtrlr", "PeriodsPerSchedule"));
    VARIABLES.put(
        "MaxChargingProfilesInstalled",
        Key.of("SmartChargingCtrlr", "Entries", "ChargingProfiles"));
    VARIABLES.put("AllowOfflineTxForUnknownId", Variables.OFFLINE_UNKNOWN_TOKENS);
    VARIABLES.put("AuthorizationCacheEnabled", Variables.CACHE_ENABLED);
    VARIABLES.put("LocalAuthListEnabled", Variables.LOCAL_LIST_ENABLED);
    VARIABLES.put("LocalAuthorizeOffline", Variables.LOCAL_AUTHORIZE_OFFLINE);
    VARIABLES.put("LocalPreAuthorize", Variables.LOCAL_PRE_AUTHORIZE);
    VARIABLES.put(SECURITY_PROFILE, SecurityVariables.SECURITY_PROFILE);
    VARIABLES.put("CpoName", SecurityVariables.ORGANISATION);
    VARIABLES.put("CertSigningWaitMinimum", SecurityVariables.SIGNING_WAIT);
    VARIABLES.put("CertSigningRepeatTimes", SecurityVariables.SIGNING_REPEATS);
    VARIABLES.put("ResetRetries", CoreVariables.RESET_RETRIES);
    VARIABLES.put("StopTransactionOnInvalidId", CoreVariables.STOP_ON_INVALID_ID);
    VARIABLES.put(PASSWORD, Variables.BASIC_AUTH_PASSWORD);
  }

  /** Keys that say how this station is. */
  private static final Map<String, String> FIXED = new LinkedHashMap<>();

  static {
    FIXED.put("AuthorizeRemoteTxRequests", "false");
    FIXED.put("ChargingScheduleAllowedChargingRateUnit", "Current,Power");
    FIXED.put("ConnectorPhaseRotation", "NotApplicable");
    FIXED.put("GetConfigurationMaxKeys", "100");
    FIXED.put("LocalAuthListMaxLength", Integer.toString(Variables.MAX_LOCAL_LIST));
    FIXED.put("SendLocalListMaxLength", Integer.toString(Variables.LIST_ITEMS));
    FIXED.put("ReserveConnectorZeroSupported", "true");
    FIXED.put("SupportedFileTransferProtocols", "HTTP,HTTPS,FTP,FTPS");
    FIXED.put("CertificateStoreMaxLength", Integer.toString(CertificateStore.MAX_ROOTS));
    FIXED.put("ISO15118PnCEnabled", "true");
    FIXED.put("StopTransactionOnEVSideDisconnect", "true");
    FIXED.put("StopTxnAlignedData", "");
    FIXED.put(
        "SupportedFeatureProfiles",
        "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger");
    FIXED.put("UnlockConnectorOnEVSideDisconnect", "true");
  }

  private static final String CONNECTORS = "NumberOfConnectors";

  /** What setting a key comes to. */
  record Change(Verdict verdict, Optional<FollowUp> then) {}

  private final Station station;

  Configuration(Station station) {
    this.station = station;
  }

  GetConfiguration.Response get(List<String> wanted) {
    List<GetConfiguration.KeyValue> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String key : wanted.isEmpty() ? all() : wanted) {
      Optional<GetConfiguration.KeyValue> value = value(key);
      value.ifPresentOrElse(known::add, () -> unknown.add(key));
    }
    return new GetConfiguration.Response(known, unknown);
  }

  private static List<String> all() {
    List<String> keys = new ArrayList<>(VARIABLES.keySet());
    keys.remove(PASSWORD);
    keys.addAll(FIXED.keySet());
    keys.add(CONNECTORS);
    return keys;
  }

  private Optional<GetConfiguration.KeyValue> value(String key) {
    if (key.equals(CONNECTORS)) {
      return Optional.of(fixed(key, Integer.toString(station.config().outlets().size())));
    }
    String fixed = FIXED.get(key);
    if (fixed != null) {
      return Optional.of(fixed(key, fixed));
    }
    return spec(key)
        .map(
            spec ->
                new GetConfiguration.KeyValue(
                    key,
                    spec.mutability() == Mutability.READ_ONLY,
                    // Secrets are never read.
                    spec.mutability() == Mutability.WRITE_ONLY
                        ? Optional.empty()
                        : Optional.of(station.device().value(spec.key()))));
  }

  private static GetConfiguration.KeyValue fixed(String key, String value) {
    return new GetConfiguration.KeyValue(key, true, Optional.of(value));
  }

  private Optional<VariableSpec> spec(String key) {
    return Optional.ofNullable(VARIABLES.get(key)).flatMap(station.device()::find);
  }

  Change set(String key, String value) {
    if (key.equals(CONNECTORS) || FIXED.containsKey(key)) {
      return new Change(Verdict.REJECTED, Optional.empty());
    }
    if (key.equals(SECURITY_PROFILE)) {
      return upgrade(value);
    }
    Optional<VariableSpec> spec = spec(key);
    if (spec.isEmpty()) {
      return new Change(Verdict.NOT_SUPPORTED, Optional.empty());
    }
    Optional<String> plain = key.equals(PASSWORD) ? password(value) : Optional.of(value);
    if (plain.isEmpty()
        || station.setVariable(spec.get(), plain.get()) != SetVariableStatus.ACCEPTED) {
      return new Change(Verdict.REJECTED, Optional.empty());
    }
    return new Change(Verdict.ACCEPTED, effect(key));
  }

  /** Whitepaper A05: a higher profile only, and only if the station has what it needs. */
  private Change upgrade(String value) {
    boolean done =
        value.matches("[1-3]") && station.networks().upgrade(Integer.parseInt(value)).isEmpty();
    return done
        ? new Change(Verdict.ACCEPTED, Optional.of(new FollowUp.NetworkChanged()))
        : new Change(Verdict.REJECTED, Optional.empty());
  }

  private Optional<FollowUp> effect(String key) {
    return switch (key) {
      case PASSWORD -> {
        station.networks().passwordSet();
        yield Optional.of(new FollowUp.Reconnect("new password"));
      }
      case "HeartbeatInterval" -> Optional.of(new FollowUp.HeartbeatChanged());
      default -> Optional.empty();
    };
  }

  /** The security whitepaper writes the key in hexadecimal. */
  private static Optional<String> password(String hex) {
    try {
      return Optional.of(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
