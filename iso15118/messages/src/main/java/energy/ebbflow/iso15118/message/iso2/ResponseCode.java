package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.WireName;

/** responseCodeType. How a request went: OK, a warning, or FAILED. */
public enum ResponseCode implements WireName {
  /** {@code OK}. */
  OK("OK"),
  /** {@code OK_NewSessionEstablished}. */
  OK_NEW_SESSION_ESTABLISHED("OK_NewSessionEstablished"),
  /** {@code OK_OldSessionJoined}. */
  OK_OLD_SESSION_JOINED("OK_OldSessionJoined"),
  /** {@code OK_CertificateExpiresSoon}. */
  OK_CERTIFICATE_EXPIRES_SOON("OK_CertificateExpiresSoon"),
  /** {@code FAILED}. */
  FAILED("FAILED"),
  /** {@code FAILED_SequenceError}. */
  FAILED_SEQUENCE_ERROR("FAILED_SequenceError"),
  /** {@code FAILED_ServiceIDInvalid}. */
  FAILED_SERVICE_ID_INVALID("FAILED_ServiceIDInvalid"),
  /** {@code FAILED_UnknownSession}. */
  FAILED_UNKNOWN_SESSION("FAILED_UnknownSession"),
  /** {@code FAILED_ServiceSelectionInvalid}. */
  FAILED_SERVICE_SELECTION_INVALID("FAILED_ServiceSelectionInvalid"),
  /** {@code FAILED_PaymentSelectionInvalid}. */
  FAILED_PAYMENT_SELECTION_INVALID("FAILED_PaymentSelectionInvalid"),
  /** {@code FAILED_CertificateExpired}. */
  FAILED_CERTIFICATE_EXPIRED("FAILED_CertificateExpired"),
  /** {@code FAILED_SignatureError}. */
  FAILED_SIGNATURE_ERROR("FAILED_SignatureError"),
  /** {@code FAILED_NoCertificateAvailable}. */
  FAILED_NO_CERTIFICATE_AVAILABLE("FAILED_NoCertificateAvailable"),
  /** {@code FAILED_CertChainError}. */
  FAILED_CERT_CHAIN_ERROR("FAILED_CertChainError"),
  /** {@code FAILED_ChallengeInvalid}. */
  FAILED_CHALLENGE_INVALID("FAILED_ChallengeInvalid"),
  /** {@code FAILED_ContractCanceled}. */
  FAILED_CONTRACT_CANCELED("FAILED_ContractCanceled"),
  /** {@code FAILED_WrongChargeParameter}. */
  FAILED_WRONG_CHARGE_PARAMETER("FAILED_WrongChargeParameter"),
  /** {@code FAILED_PowerDeliveryNotApplied}. */
  FAILED_POWER_DELIVERY_NOT_APPLIED("FAILED_PowerDeliveryNotApplied"),
  /** {@code FAILED_TariffSelectionInvalid}. */
  FAILED_TARIFF_SELECTION_INVALID("FAILED_TariffSelectionInvalid"),
  /** {@code FAILED_ChargingProfileInvalid}. */
  FAILED_CHARGING_PROFILE_INVALID("FAILED_ChargingProfileInvalid"),
  /** {@code FAILED_MeteringSignatureNotValid}. */
  FAILED_METERING_SIGNATURE_NOT_VALID("FAILED_MeteringSignatureNotValid"),
  /** {@code FAILED_NoChargeServiceSelected}. */
  FAILED_NO_CHARGE_SERVICE_SELECTED("FAILED_NoChargeServiceSelected"),
  /** {@code FAILED_WrongEnergyTransferMode}. */
  FAILED_WRONG_ENERGY_TRANSFER_MODE("FAILED_WrongEnergyTransferMode"),
  /** {@code FAILED_ContactorError}. */
  FAILED_CONTACTOR_ERROR("FAILED_ContactorError"),
  /** {@code FAILED_CertificateNotAllowedAtThisEVSE}. */
  FAILED_CERTIFICATE_NOT_ALLOWED_AT_THIS_EVSE("FAILED_CertificateNotAllowedAtThisEVSE"),
  /** {@code FAILED_CertificateRevoked}. */
  FAILED_CERTIFICATE_REVOKED("FAILED_CertificateRevoked");

  private final String wireName;

  ResponseCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
