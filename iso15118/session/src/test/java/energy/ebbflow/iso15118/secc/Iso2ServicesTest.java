package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateResponse;
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsRequest;
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsResponse;
import energy.ebbflow.iso15118.message.iso2.service.Parameter;
import energy.ebbflow.iso15118.message.iso2.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso2.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.message.iso2.service.ServiceCategory;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceList;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options.AddedService;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ISO 15118-2 offers beside charging, and what it refuses there. */
class Iso2ServicesTest {
  private static final int INTERNET = 3;
  private static final int CUSTOM = 40;
  private static final List<ParameterSet> SETS =
      List.of(
          new ParameterSet(
              4, List.of(new Parameter("Protocol", new ParameterValue.StringValue("https")))));

  private static AddedService added(
      int id, ServiceCategory category, Optional<String> scope, List<ParameterSet> sets) {
    return new AddedService(new Service(id, Optional.of("s" + id), category, scope, true), sets);
  }

  private static Iso2Drive car() {
    return Iso2Drive.ac(
            new Iso2Options(
                List.of(
                    added(INTERNET, ServiceCategory.INTERNET, Optional.empty(), SETS),
                    added(CUSTOM, ServiceCategory.OTHER_CUSTOM, Optional.of("home"), List.of())),
                Optional.empty(),
                0,
                List.of()))
        .toServices();
  }

  private static List<Integer> offered(Iso2Drive car, ServiceDiscoveryRequest request) {
    car.send(request);
    ServiceDiscoveryResponse response = car.response(ServiceDiscoveryResponse.class);
    assertEquals(1, response.chargeService().serviceId(), "charging is always there");
    return response.serviceList().map(ServiceList::service).orElse(List.of()).stream()
        .map(Service::serviceId)
        .toList();
  }

  /** Scope and category narrow the list; a service without a scope is in every scope. */
  @Test
  void discoveryIsNarrowed() {
    Optional<String> any = Optional.empty();
    Optional<ServiceCategory> all = Optional.empty();
    assertEquals(List.of(3, 40), offered(car(), new ServiceDiscoveryRequest(any, all)));
    assertEquals(
        List.of(3, 40), offered(car(), new ServiceDiscoveryRequest(Optional.of("home"), all)));
    assertEquals(List.of(3), offered(car(), new ServiceDiscoveryRequest(Optional.of("away"), all)));
    assertEquals(
        List.of(40),
        offered(
            car(), new ServiceDiscoveryRequest(any, Optional.of(ServiceCategory.OTHER_CUSTOM))));
    assertEquals(
        List.of(),
        offered(
            car(),
            new ServiceDiscoveryRequest(any, Optional.of(ServiceCategory.CONTRACT_CERTIFICATE))));
  }

  @Test
  void detailsAreTheParameterSets() {
    Iso2Drive car = car();
    car.send(car.discovery()).send(car.detail(INTERNET));
    assertEquals(
        SETS,
        car.response(ServiceDetailResponse.class)
            .serviceParameterList()
            .orElseThrow()
            .parameterSet());
    car.send(car.detail(CUSTOM));
    assertEquals(ResponseCode.OK, car.response(ServiceDetailResponse.class).responseCode());
    assertEquals(
        Optional.empty(), car.response(ServiceDetailResponse.class).serviceParameterList());
    car.send(car.detail(2));
    car.refused("FAILED_ServiceIDInvalid");
  }

  /**
   * [V2G2-467]: neither a service nor a set that was not offered; the domain hears of the others.
   */
  @Test
  void selectionIsOfWhatWasOffered() {
    Iso2Drive right = car();
    right.send(right.discovery()).send(right.adding(INTERNET, Optional.of(4)));
    assertEquals(
        new VehicleWord.ServiceAdded(INTERNET, 4),
        right.drive.effect(VehicleWord.ServiceAdded.class));
    Iso2Drive plain = car();
    plain.send(plain.discovery()).send(plain.adding(CUSTOM, Optional.of(0)));
    assertTrue(plain.drive.did(VehicleWord.ServiceAdded.class), "a service without sets");
    Iso2Drive set = car();
    set.send(set.discovery()).send(set.adding(INTERNET, Optional.of(5)));
    set.refused("FAILED_ServiceSelectionInvalid");
    Iso2Drive service = car();
    service.send(service.discovery()).send(service.adding(41, Optional.empty()));
    service.refused("FAILED_ServiceSelectionInvalid");
  }

  /** What belongs to contracts is refused in a response of its own type, everywhere. */
  @Test
  void contractMessagesAreOutOfOrder() {
    List<BodyElement> requests =
        List.of(
            new PaymentDetailsRequest(Iso2Drive.CONTRACT, Iso2Drive.CHAIN),
            new CertificateInstallationRequest("id1", Octets.ofHex("00"), Iso2Drive.ROOTS),
            new CertificateUpdateRequest(
                "id1", Iso2Drive.CHAIN, Iso2Drive.CONTRACT, Iso2Drive.ROOTS));
    List<Class<? extends BodyElement>> responses =
        List.of(
            PaymentDetailsResponse.class,
            CertificateInstallationResponse.class,
            CertificateUpdateResponse.class);
    for (int i = 0; i < requests.size(); i++) {
      Iso2Drive car = Iso2Drive.dc().toAuthorization();
      car.send(requests.get(i));
      car.refused("FAILED_SequenceError");
      assertEquals(responses.get(i), car.body().getClass());
    }
  }

  /** What has no room on the wire is refused when the station is configured. */
  @Test
  void optionsAreChecked() {
    AddedService one = added(INTERNET, ServiceCategory.INTERNET, Optional.empty(), List.of());
    List<AddedService> nine =
        java.util.stream.IntStream.range(10, 19)
            .mapToObj(id -> added(id, ServiceCategory.INTERNET, Optional.empty(), List.of()))
            .toList();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Iso2Options(nine, Optional.empty(), 0, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Iso2Options(List.of(one, one), Optional.empty(), 0, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> added(1, ServiceCategory.INTERNET, Optional.empty(), List.of()));
    for (int seconds : new int[] {0, Iso2Options.MAX_RECEIPT_SECONDS + 1}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Iso2Options(List.of(), Optional.of(seconds), 0, List.of()));
    }
    for (int seconds : new int[] {-1, 65_536}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Iso2Options(List.of(), Optional.empty(), seconds, List.of()));
    }
  }
}
