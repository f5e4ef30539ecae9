package energy.ebbflow.iso15118.message.din;

import energy.ebbflow.exi.WireName;

/** responseCodeType. How a request went: OK, a warning, or FAILED. */
public enum ResponseCode implements WireName {
  /** {@code OK}: done as asked. */
  OK("OK"),
  /**
   * {@code OK_NewSessionEstablished}: the session is a new one; the response bears its identifier.
   */
  OK_NEW_SESSION_ESTABLISHED("OK_NewSessionEstablished"),
  /** {@code OK_OldSessionJoined}: a paused session goes on. */
  OK_OLD_SESSION_JOINED("OK_OldSessionJoined"),
  /**
   * {@code OK_CertificateExpiresSoon}: done; the contract certificate ends soon and should be
   * renewed.
   */
  OK_CERTIFICATE_EXPIRES_SOON("OK_CertificateExpiresSoon"),
  /** {@code FAILED}: refused for a reason without a code of its own. */
  FAILED("FAILED"),
  /** {@code FAILED_SequenceError}: the message may not come at this point of the session. */
  FAILED_SEQUENCE_ERROR("FAILED_SequenceError"),
  /** {@code FAILED_ServiceIDInvalid}: the service was not on the list that was offered. */
  FAILED_SERVICE_ID_INVALID("FAILED_ServiceIDInvalid"),
  /** {@code FAILED_UnknownSession}: the session identifier is not the one of this session. */
  FAILED_UNKNOWN_SESSION("FAILED_UnknownSession"),
  /**
   * {@code FAILED_ServiceSelectionInvalid}: the services chosen, or their parameters, were not
   * offered.
   */
  FAILED_SERVICE_SELECTION_INVALID("FAILED_ServiceSelectionInvalid"),
  /** {@code FAILED_PaymentSelectionInvalid}: the way of payment was not offered. */
  FAILED_PAYMENT_SELECTION_INVALID("FAILED_PaymentSelectionInvalid"),
  /** {@code FAILED_CertificateExpired}: the contract certificate, or one above it, has expired. */
  FAILED_CERTIFICATE_EXPIRED("FAILED_CertificateExpired"),
  /** {@code FAILED_SignatureError}: the signature of the message does not hold. */
  FAILED_SIGNATURE_ERROR("FAILED_SignatureError"),
  /** {@code FAILED_NoCertificateAvailable}: there is no contract certificate for this vehicle. */
  FAILED_NO_CERTIFICATE_AVAILABLE("FAILED_NoCertificateAvailable"),
  /** {@code FAILED_CertChainError}: the certificate chain does not hold. */
  FAILED_CERT_CHAIN_ERROR("FAILED_CertChainError"),
  /** {@code FAILED_ChallengeInvalid}: the challenge that came back is not the one that was sent. */
  FAILED_CHALLENGE_INVALID("FAILED_ChallengeInvalid"),
  /** {@code FAILED_ContractCanceled}: the contract has ended. */
  FAILED_CONTRACT_CANCELED("FAILED_ContractCanceled"),
  /**
   * {@code FAILED_WrongChargeParameter}: the limits of the vehicle cannot be served, or do not fit
   * the chosen service.
   */
  FAILED_WRONG_CHARGE_PARAMETER("FAILED_WrongChargeParameter"),
  /** {@code FAILED_PowerDeliveryNotApplied}: the station cannot deliver power. */
  FAILED_POWER_DELIVERY_NOT_APPLIED("FAILED_PowerDeliveryNotApplied"),
  /** {@code FAILED_TariffSelectionInvalid}: the chosen schedule is not one that was offered. */
  FAILED_TARIFF_SELECTION_INVALID("FAILED_TariffSelectionInvalid"),
  /**
   * {@code FAILED_ChargingProfileInvalid}: the profile of the vehicle exceeds the schedule that it
   * chose.
   */
  FAILED_CHARGING_PROFILE_INVALID("FAILED_ChargingProfileInvalid"),
  /** {@code FAILED_EVSEPresentVoltageToLow}: the station's voltage is too low. */
  FAILED_EVSE_PRESENT_VOLTAGE_TO_LOW("FAILED_EVSEPresentVoltageToLow"),
  /**
   * {@code FAILED_MeteringSignatureNotValid}: the vehicle's signature over the meter reading does
   * not hold.
   */
  FAILED_METERING_SIGNATURE_NOT_VALID("FAILED_MeteringSignatureNotValid"),
  /** {@code FAILED_WrongEnergyTransferType}: the energy transfer asked for was not offered. */
  FAILED_WRONG_ENERGY_TRANSFER_TYPE("FAILED_WrongEnergyTransferType");

  private final String wireName;

  ResponseCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
