package energy.ebbflow.ocpp.v2.network;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.RequiredInV201;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SetNetworkProfile, OCPP 2.0.1 and 2.1 B09. */
public final class SetNetworkProfile {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetNetworkProfile", Request.class, Response.class);

  private SetNetworkProfile() {}

  /** What is asked or told. */
  public record Request(int configurationSlot, ConnectionProfile connectionData) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's NetworkConnectionProfileType. */
  public record ConnectionProfile(
      Optional<Apn> apn,
      @RequiredInV201 Optional<OcppVersion> ocppVersion,
      OcppInterface ocppInterface,
      OcppTransport ocppTransport,
      int messageTimeout,
      @Text(max = 2000, v201 = 512) String ocppCsmsUrl,
      @Range(min = 0) int securityProfile,
      @SinceV21 @Text(max = 48) Optional<String> identity,
      @SinceV21 @Text(max = 64) Optional<String> basicAuthPassword,
      Optional<Vpn> vpn) {}

  /** OCPP's APNType. */
  public record Apn(
      @Text(max = 2000, v201 = 512) String apn,
      @Text(max = 50, v201 = 20) Optional<String> apnUserName,
      @Text(max = 64, v201 = 20) Optional<String> apnPassword,
      Optional<Integer> simPin,
      @Text(max = 6) Optional<String> preferredNetwork,
      Optional<Boolean> useOnlyPreferredNetwork,
      ApnAuthentication apnAuthentication) {}

  /** OCPP's APNAuthenticationEnumType. */
  public enum ApnAuthentication implements WireEnum {
    PAP("PAP"),
    CHAP("CHAP"),
    NONE("NONE"),
    AUTO("AUTO");
    private final String wire;

    ApnAuthentication(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's OCPPVersionEnumType. */
  public enum OcppVersion implements WireEnum {
    OCPP12("OCPP12"),
    OCPP15("OCPP15"),
    OCPP16("OCPP16"),
    OCPP20("OCPP20"),
    @SinceV21
    OCPP201("OCPP201"),
    @SinceV21
    OCPP21("OCPP21");
    private final String wire;

    OcppVersion(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's OCPPInterfaceEnumType. */
  public enum OcppInterface implements WireEnum {
    WIRED0("Wired0"),
    WIRED1("Wired1"),
    WIRED2("Wired2"),
    WIRED3("Wired3"),
    WIRELESS0("Wireless0"),
    WIRELESS1("Wireless1"),
    WIRELESS2("Wireless2"),
    WIRELESS3("Wireless3"),
    @SinceV21
    ANY("Any");
    private final String wire;

    OcppInterface(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's OCPPTransportEnumType. */
  public enum OcppTransport implements WireEnum {
    SOAP("SOAP"),
    JSON("JSON");
    private final String wire;

    OcppTransport(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's VPNType. */
  public record Vpn(
      @Text(max = 2000, v201 = 512) String server,
      @Text(max = 50, v201 = 20) String user,
      @Text(max = 50, v201 = 20) Optional<String> group,
      @Text(max = 64, v201 = 20) String password,
      @Text(max = 255) String key,
      VpnKind type) {}

  /** OCPP's VPNEnumType. */
  public enum VpnKind implements WireEnum {
    IKEV2("IKEv2"),
    IPSEC("IPSec"),
    L2_TP("L2TP"),
    PPTP("PPTP");
    private final String wire;

    VpnKind(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's SetNetworkProfileStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    FAILED("Failed");
    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
