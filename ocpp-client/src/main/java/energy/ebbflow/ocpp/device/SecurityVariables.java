package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Variables of certificates and of the way to the back office (blocks A, B09, B10, M). */
public final class SecurityVariables {
  /** Highest slot of a network connection profile; slot 0 is the configuration's. */
  public static final int MAX_SLOT = 4;

  private static final String SECURITY = "SecurityCtrlr";
  private static final String COMM = "OCPPCommCtrlr";
  private static final String ISO15118 = "ISO15118Ctrlr";

  /** Longest time between two signing requests. */
  private static final int MAX_WAIT_SECONDS = 86_400;

  private static final double MAX_NAME = 64;

  public static final Key SECURITY_PROFILE = Key.of(SECURITY, "SecurityProfile");
  public static final Key ORGANISATION = Key.of(SECURITY, "OrganizationName");
  public static final Key CERTIFICATE_ENTRIES = Key.of(SECURITY, "CertificateEntries");
  public static final Key SIGNING_WAIT = Key.of(SECURITY, "CertSigningWaitMinimum");
  public static final Key SIGNING_REPEATS = Key.of(SECURITY, "CertSigningRepeatTimes");
  public static final Key NETWORK_PRIORITY = Key.of(COMM, "NetworkConfigurationPriority");
  public static final Key NETWORK_ATTEMPTS = Key.of(COMM, "NetworkProfileConnectionAttempts");
  public static final Key ACTIVE_NETWORK = Key.of(COMM, "ActiveNetworkProfile");
  public static final Key ADDITIONAL_ROOT_CHECK =
      Key.of(SECURITY, "AdditionalRootCertificateCheck");
  public static final Key SECC_ID = Key.of(ISO15118, "SeccId");
  public static final Key V2G_ORGANISATION = Key.of(ISO15118, "OrganizationName");

  private SecurityVariables() {}

  static void add(List<VariableSpec> all, OcppConfig config) {
    all.add(
        VariableSpec.fixed(
            SECURITY_PROFILE, DataKind.INTEGER, Integer.toString(config.securityProfile())));
    all.add(name(ORGANISATION, ""));
    all.add(VariableSpec.fixed(CERTIFICATE_ENTRIES, DataKind.INTEGER, "0"));
    all.add(
        VariableSpec.fixed(
            ADDITIONAL_ROOT_CHECK, DataKind.BOOLEAN, Boolean.toString(config.oneBackOfficeRoot())));
    all.add(VariableSpec.number(SIGNING_WAIT, "s", 120, 1, MAX_WAIT_SECONDS));
    all.add(VariableSpec.number(SIGNING_REPEATS, "", 3, 0, 20));
    all.add(
        VariableSpec.fixed(Key.of(SECURITY, "MaxCertificateChainSize"), DataKind.INTEGER, "10000"));
    all.add(
        new VariableSpec(
            NETWORK_PRIORITY,
            DataKind.SEQUENCE_LIST,
            Mutability.READ_WRITE,
            "0",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            IntStream.rangeClosed(0, MAX_SLOT).mapToObj(Integer::toString).toList(),
            false));
    all.add(VariableSpec.number(NETWORK_ATTEMPTS, "", 3, 1, 100));
    all.add(VariableSpec.fixed(ACTIVE_NETWORK, DataKind.INTEGER, "0"));
    all.add(name(SECC_ID, config.identity()));
    all.add(name(V2G_ORGANISATION, ""));
  }

  private static VariableSpec name(Key key, String initial) {
    return new VariableSpec(
        key,
        DataKind.STRING,
        Mutability.READ_WRITE,
        initial,
        Optional.empty(),
        Optional.empty(),
        Optional.of(MAX_NAME),
        List.of(),
        false);
  }
}
