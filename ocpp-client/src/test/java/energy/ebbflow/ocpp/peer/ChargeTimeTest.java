package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.AuthorizeRequest;
import eu.chargetime.ocpp.model.core.AvailabilityStatus;
import eu.chargetime.ocpp.model.core.AvailabilityType;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityConfirmation;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityRequest;
import eu.chargetime.ocpp.model.core.ChangeConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.ChangeConfigurationRequest;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.ChargingProfilePurposeType;
import eu.chargetime.ocpp.model.core.ClearCacheConfirmation;
import eu.chargetime.ocpp.model.core.ClearCacheRequest;
import eu.chargetime.ocpp.model.core.ClearCacheStatus;
import eu.chargetime.ocpp.model.core.ConfigurationStatus;
import eu.chargetime.ocpp.model.core.DataTransferConfirmation;
import eu.chargetime.ocpp.model.core.DataTransferRequest;
import eu.chargetime.ocpp.model.core.DataTransferStatus;
import eu.chargetime.ocpp.model.core.GetConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.GetConfigurationRequest;
import eu.chargetime.ocpp.model.core.HeartbeatRequest;
import eu.chargetime.ocpp.model.core.IdTagInfo;
import eu.chargetime.ocpp.model.core.KeyValueType;
import eu.chargetime.ocpp.model.core.Reason;
import eu.chargetime.ocpp.model.core.RemoteStartStopStatus;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionRequest;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionRequest;
import eu.chargetime.ocpp.model.core.ResetConfirmation;
import eu.chargetime.ocpp.model.core.ResetRequest;
import eu.chargetime.ocpp.model.core.ResetStatus;
import eu.chargetime.ocpp.model.core.ResetType;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import eu.chargetime.ocpp.model.core.UnlockConnectorConfirmation;
import eu.chargetime.ocpp.model.core.UnlockConnectorRequest;
import eu.chargetime.ocpp.model.core.UnlockStatus;
import eu.chargetime.ocpp.model.core.ValueFormat;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatus;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.FirmwareStatus;
import eu.chargetime.ocpp.model.firmware.FirmwareStatusNotificationRequest;
import eu.chargetime.ocpp.model.localauthlist.AuthorizationData;
import eu.chargetime.ocpp.model.localauthlist.GetLocalListVersionConfirmation;
import eu.chargetime.ocpp.model.localauthlist.GetLocalListVersionRequest;
import eu.chargetime.ocpp.model.localauthlist.SendLocalListConfirmation;
import eu.chargetime.ocpp.model.localauthlist.SendLocalListRequest;
import eu.chargetime.ocpp.model.localauthlist.UpdateStatus;
import eu.chargetime.ocpp.model.localauthlist.UpdateType;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageConfirmation;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequestType;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageStatus;
import eu.chargetime.ocpp.model.securityext.SecurityEventNotificationRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * OCPP 1.6J against the back office of {@code eu.chargetime.ocpp}, a reading of the standard by
 * others: it checks each message against its own records and answers what it does not like with a
 * CALLERROR, of which there may be none. The core profile and the local list.
 */
class ChargeTimeTest extends ChargeTimeCase {
  @Test
  void aTransactionFromTheCardToTheBill() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      office.rewind();
      assertEquals(
          "StartupOfTheDevice", office.await(SecurityEventNotificationRequest.class).getType());
      link.report(
          new StationEvent.ConnectorStatus(
              1, 1, StationEvent.ConnectorStatus.Status.OCCUPIED, Instant.now()));
      office.await(
          StatusNotificationRequest.class, s -> s.getStatus() == ChargePointStatus.Preparing);
      link.report(new StationEvent.AuthorisationQuestion(3, 1, new IdToken("AABB", "ISO14443")));
      assertEquals("AABB", office.await(AuthorizeRequest.class).getIdTag());
      assertTrue(expect(BackOfficeCommand.AuthorisationAnswer.class).accepted());
      int transaction = begin(office, link);
      assertEquals(41, transaction, "the number that the back office gave");
      office.rewind();
      office.await(
          StatusNotificationRequest.class, s -> s.getStatus() == ChargePointStatus.Charging);

      RemoteStopTransactionConfirmation stopping =
          office.call(
              new RemoteStopTransactionRequest(transaction),
              RemoteStopTransactionConfirmation.class);
      assertEquals(RemoteStartStopStatus.Accepted, stopping.getStatus());
      assertEquals("tx-1", expect(BackOfficeCommand.Stop.class).transaction());
      link.report(
          event(Kind.ENDED, "RemoteStop", "Idle", Optional.of("Remote"), sample(1_200.6, 0)));
      StopTransactionRequest stop = office.await(StopTransactionRequest.class);
      assertEquals(transaction, stop.getTransactionId());
      assertEquals(1_201, stop.getMeterStop());
      assertEquals(Reason.Remote, stop.getReason());
      assertTrue(
          Arrays.stream(stop.getTransactionData())
              .flatMap(v -> Arrays.stream(v.getSampledValue()))
              .anyMatch(v -> v.getFormat() == ValueFormat.SignedData),
          "the end carries signed values");
      assertEquals(
          RemoteStartStopStatus.Rejected,
          office
              .call(
                  new RemoteStopTransactionRequest(transaction),
                  RemoteStopTransactionConfirmation.class)
              .getStatus(),
          "it has ended");
      nothingRefused();
    }
  }

  @Test
  void remoteControl() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      RemoteStartTransactionRequest start = new RemoteStartTransactionRequest("CCDD");
      start.setConnectorId(1);
      start.setChargingProfile(profile(9, ChargingProfilePurposeType.TxProfile, 11));
      assertEquals(
          RemoteStartStopStatus.Accepted,
          office.call(start, RemoteStartTransactionConfirmation.class).getStatus());
      BackOfficeCommand.Start started = expect(BackOfficeCommand.Start.class);
      assertEquals(1, started.evse());
      assertEquals("CCDD", started.token().value());

      assertEquals(
          UnlockStatus.Unlocked,
          office
              .call(new UnlockConnectorRequest(1), UnlockConnectorConfirmation.class)
              .getStatus());
      assertEquals(1, expect(BackOfficeCommand.Unlock.class).evse());
      assertEquals(
          UnlockStatus.NotSupported,
          office.call(new UnlockConnectorRequest(7), UnlockConnectorConfirmation.class).getStatus(),
          "there is no connector 7");
      assertEquals(
          AvailabilityStatus.Accepted,
          office
              .call(
                  new ChangeAvailabilityRequest(1, AvailabilityType.Inoperative),
                  ChangeAvailabilityConfirmation.class)
              .getStatus());
      assertTrue(!expect(BackOfficeCommand.Availability.class).operative());
      triggers(office);
      for (ResetType type : ResetType.values()) {
        assertEquals(
            ResetStatus.Accepted,
            office.call(new ResetRequest(type), ResetConfirmation.class).getStatus());
        assertEquals(0, expect(BackOfficeCommand.Reset.class).evse());
      }
      DataTransferRequest stranger = new DataTransferRequest("com.example");
      stranger.setData("{}");
      assertEquals(
          DataTransferStatus.UnknownVendorId,
          office.call(stranger, DataTransferConfirmation.class).getStatus());
      nothingRefused();
    }
  }

  private static void triggers(ChargeTimeOffice office) throws Exception {
    trigger(office, TriggerMessageRequestType.BootNotification);
    office.await(BootNotificationRequest.class);
    // Until the answer is there nothing may be asked; after it every state is told.
    office.await(StatusNotificationRequest.class);
    trigger(office, TriggerMessageRequestType.Heartbeat);
    office.await(HeartbeatRequest.class);
    trigger(office, TriggerMessageRequestType.StatusNotification);
    office.await(StatusNotificationRequest.class);
    trigger(office, TriggerMessageRequestType.DiagnosticsStatusNotification);
    assertEquals(
        DiagnosticsStatus.Idle,
        office.await(DiagnosticsStatusNotificationRequest.class).getStatus());
    trigger(office, TriggerMessageRequestType.FirmwareStatusNotification);
    assertEquals(
        FirmwareStatus.Idle, office.await(FirmwareStatusNotificationRequest.class).getStatus());
    TriggerMessageRequest values = new TriggerMessageRequest(TriggerMessageRequestType.MeterValues);
    values.setConnectorId(7);
    assertEquals(
        TriggerMessageStatus.Rejected,
        office.call(values, TriggerMessageConfirmation.class).getStatus(),
        "there is no connector 7");
  }

  @Test
  void configurationAndLocalList() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      GetConfigurationConfirmation all =
          office.call(new GetConfigurationRequest(), GetConfigurationConfirmation.class);
      List<String> keys =
          Arrays.stream(all.getConfigurationKey()).map(KeyValueType::getKey).toList();
      // 1.6, 9.1: the keys that the Core profile requires.
      assertTrue(
          keys.containsAll(
              List.of(
                  "AuthorizeRemoteTxRequests",
                  "ClockAlignedDataInterval",
                  "ConnectionTimeOut",
                  "GetConfigurationMaxKeys",
                  "HeartbeatInterval",
                  "LocalAuthorizeOffline",
                  "LocalPreAuthorize",
                  "MeterValuesAlignedData",
                  "MeterValuesSampledData",
                  "MeterValueSampleInterval",
                  "NumberOfConnectors",
                  "ResetRetries",
                  "ConnectorPhaseRotation",
                  "StopTransactionOnEVSideDisconnect",
                  "StopTransactionOnInvalidId",
                  "StopTxnAlignedData",
                  "StopTxnSampledData",
                  "SupportedFeatureProfiles",
                  "TransactionMessageAttempts",
                  "TransactionMessageRetryInterval",
                  "UnlockConnectorOnEVSideDisconnect")),
          () -> "what is there: " + keys);
      assertEquals(ConfigurationStatus.Accepted, change(office, "MeterValueSampleInterval", "7"));
      assertEquals(7, link.sampleIntervalSeconds());
      assertEquals(ConfigurationStatus.Accepted, change(office, "ConnectionTimeOut", "45"));
      assertEquals(45, link.plugSeconds());
      assertEquals(
          ConfigurationStatus.Rejected, change(office, "MeterValueSampleInterval", "often"));
      assertEquals(ConfigurationStatus.Rejected, change(office, "NumberOfConnectors", "3"));
      assertEquals(ConfigurationStatus.NotSupported, change(office, "Colour", "blue"));
      GetConfigurationRequest some = new GetConfigurationRequest();
      some.setKey(new String[] {"MeterValueSampleInterval", "Colour"});
      GetConfigurationConfirmation two = office.call(some, GetConfigurationConfirmation.class);
      assertEquals("7", two.getConfigurationKey()[0].getValue());
      assertArrayEquals(new String[] {"Colour"}, two.getUnknownKey());

      AuthorizationData known = new AuthorizationData("AABB");
      known.setIdTagInfo(new IdTagInfo(AuthorizationStatus.Accepted));
      SendLocalListRequest list = new SendLocalListRequest(5, UpdateType.Full);
      list.setLocalAuthorizationList(new AuthorizationData[] {known});
      assertEquals(
          UpdateStatus.Accepted, office.call(list, SendLocalListConfirmation.class).getStatus());
      assertEquals(
          5,
          office
              .call(new GetLocalListVersionRequest(), GetLocalListVersionConfirmation.class)
              .getListVersion());
      assertEquals(
          ClearCacheStatus.Accepted,
          office.call(new ClearCacheRequest(), ClearCacheConfirmation.class).getStatus());
      nothingRefused();
    }
  }

  private static ConfigurationStatus change(ChargeTimeOffice office, String key, String value)
      throws Exception {
    return office
        .call(new ChangeConfigurationRequest(key, value), ChangeConfigurationConfirmation.class)
        .getStatus();
  }
}
