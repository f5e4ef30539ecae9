package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.WireName;

/** responseCodeType. How a request went: OK, a warning, or FAILED. */
public enum ResponseCode implements WireName {
  /** {@code OK}: done as asked. */
  OK("OK"),
  /**
   * {@code OK_CertificateExpiresSoon}: done; the contract certificate ends soon and should be
   * renewed.
   */
  OK_CERTIFICATE_EXPIRES_SOON("OK_CertificateExpiresSoon"),
  /**
   * {@code OK_NewSessionEstablished}: the session is a new one; the response bears its identifier.
   */
  OK_NEW_SESSION_ESTABLISHED("OK_NewSessionEstablished"),
  /** {@code OK_OldSessionJoined}: a paused session goes on. */
  OK_OLD_SESSION_JOINED("OK_OldSessionJoined"),
  /** {@code OK_PowerToleranceConfirmed}: done; the tolerance is agreed on. */
  OK_POWER_TOLERANCE_CONFIRMED("OK_PowerToleranceConfirmed"),
  /**
   * {@code WARNING_AuthorizationSelectionInvalid}: the way of authorisation was not offered;
   * another may be tried.
   */
  WARNING_AUTHORIZATION_SELECTION_INVALID("WARNING_AuthorizationSelectionInvalid"),
  /**
   * {@code WARNING_CertificateExpired}: the contract certificate has expired; another contract or
   * EIM may be tried.
   */
  WARNING_CERTIFICATE_EXPIRED("WARNING_CertificateExpired"),
  /** {@code WARNING_CertificateNotYetValid}: the contract certificate is not valid yet. */
  WARNING_CERTIFICATE_NOT_YET_VALID("WARNING_CertificateNotYetValid"),
  /** {@code WARNING_CertificateRevoked}: the contract certificate has been revoked. */
  WARNING_CERTIFICATE_REVOKED("WARNING_CertificateRevoked"),
  /** {@code WARNING_CertificateValidationError}: the certificate chain does not hold. */
  WARNING_CERTIFICATE_VALIDATION_ERROR("WARNING_CertificateValidationError"),
  /**
   * {@code WARNING_ChallengeInvalid}: the challenge that came back is not the one that was sent.
   */
  WARNING_CHALLENGE_INVALID("WARNING_ChallengeInvalid"),
  /** {@code WARNING_EIMAuthorizationFailure}: the authorisation by other means was refused. */
  WARNING_EIM_AUTHORIZATION_FAILURE("WARNING_EIMAuthorizationFailure"),
  /** {@code WARNING_eMSPUnknown}: the mobility provider of the contract is not known. */
  WARNING_EMSP_UNKNOWN("WARNING_eMSPUnknown"),
  /** {@code WARNING_EVPowerProfileViolation}: the vehicle does not keep to its power profile. */
  WARNING_EV_POWER_PROFILE_VIOLATION("WARNING_EVPowerProfileViolation"),
  /**
   * {@code WARNING_GeneralPnCAuthorizationError}: the authorisation by contract failed for another
   * reason.
   */
  WARNING_GENERAL_PNC_AUTHORIZATION_ERROR("WARNING_GeneralPnCAuthorizationError"),
  /** {@code WARNING_NoCertificateAvailable}: there is no contract certificate for this vehicle. */
  WARNING_NO_CERTIFICATE_AVAILABLE("WARNING_NoCertificateAvailable"),
  /**
   * {@code WARNING_NoContractMatchingPCIDFound}: no contract belongs to the provisioning
   * certificate of the vehicle.
   */
  WARNING_NO_CONTRACT_MATCHING_PCID_FOUND("WARNING_NoContractMatchingPCIDFound"),
  /** {@code WARNING_PowerToleranceNotConfirmed}: the tolerance is not agreed on. */
  WARNING_POWER_TOLERANCE_NOT_CONFIRMED("WARNING_PowerToleranceNotConfirmed"),
  /**
   * {@code WARNING_ScheduleRenegotiationFailed}: no new schedule was agreed on; the old one stays.
   */
  WARNING_SCHEDULE_RENEGOTIATION_FAILED("WARNING_ScheduleRenegotiationFailed"),
  /** {@code WARNING_StandbyNotAllowed}: the station does not go to standby. */
  WARNING_STANDBY_NOT_ALLOWED("WARNING_StandbyNotAllowed"),
  /** {@code WARNING_WPT}: wireless power transfer is not possible as it is. */
  WARNING_WPT("WARNING_WPT"),
  /** {@code FAILED}: refused for a reason without a code of its own. */
  FAILED("FAILED"),
  /** {@code FAILED_AssociationError}: station and vehicle are not the two that are coupled. */
  FAILED_ASSOCIATION_ERROR("FAILED_AssociationError"),
  /** {@code FAILED_ContactorError}: a contactor does not follow its command. */
  FAILED_CONTACTOR_ERROR("FAILED_ContactorError"),
  /**
   * {@code FAILED_EVPowerProfileInvalid}: the power profile exceeds the schedule that was chosen.
   */
  FAILED_EV_POWER_PROFILE_INVALID("FAILED_EVPowerProfileInvalid"),
  /** {@code FAILED_EVPowerProfileViolation}: the vehicle does not keep to its power profile. */
  FAILED_EV_POWER_PROFILE_VIOLATION("FAILED_EVPowerProfileViolation"),
  /**
   * {@code FAILED_MeteringSignatureNotValid}: the vehicle's signature over the meter reading does
   * not hold.
   */
  FAILED_METERING_SIGNATURE_NOT_VALID("FAILED_MeteringSignatureNotValid"),
  /**
   * {@code FAILED_NoEnergyTransferServiceSelected}: the selection contains no energy transfer
   * service.
   */
  FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED("FAILED_NoEnergyTransferServiceSelected"),
  /**
   * {@code FAILED_NoServiceRenegotiationSupported}: the station said that services are not chosen
   * anew.
   */
  FAILED_NO_SERVICE_RENEGOTIATION_SUPPORTED("FAILED_NoServiceRenegotiationSupported"),
  /** {@code FAILED_PauseNotAllowed}: the session may not pause. */
  FAILED_PAUSE_NOT_ALLOWED("FAILED_PauseNotAllowed"),
  /** {@code FAILED_PowerDeliveryNotApplied}: the station cannot deliver power. */
  FAILED_POWER_DELIVERY_NOT_APPLIED("FAILED_PowerDeliveryNotApplied"),
  /**
   * {@code FAILED_PowerToleranceNotConfirmed}: the tolerance that is required was not agreed on.
   */
  FAILED_POWER_TOLERANCE_NOT_CONFIRMED("FAILED_PowerToleranceNotConfirmed"),
  /** {@code FAILED_ScheduleRenegotiation}: no new schedule was agreed on. */
  FAILED_SCHEDULE_RENEGOTIATION("FAILED_ScheduleRenegotiation"),
  /** {@code FAILED_ScheduleSelectionInvalid}: the chosen schedule is not one that was offered. */
  FAILED_SCHEDULE_SELECTION_INVALID("FAILED_ScheduleSelectionInvalid"),
  /** {@code FAILED_SequenceError}: the message may not come at this point of the session. */
  FAILED_SEQUENCE_ERROR("FAILED_SequenceError"),
  /** {@code FAILED_ServiceIDInvalid}: the service was not on the list that was offered. */
  FAILED_SERVICE_ID_INVALID("FAILED_ServiceIDInvalid"),
  /**
   * {@code FAILED_ServiceSelectionInvalid}: the services chosen, or their parameters, were not
   * offered.
   */
  FAILED_SERVICE_SELECTION_INVALID("FAILED_ServiceSelectionInvalid"),
  /** {@code FAILED_SignatureError}: the signature of the message does not hold. */
  FAILED_SIGNATURE_ERROR("FAILED_SignatureError"),
  /** {@code FAILED_UnknownSession}: the session identifier is not the one of this session. */
  FAILED_UNKNOWN_SESSION("FAILED_UnknownSession"),
  /**
   * {@code FAILED_WrongChargeParameter}: the limits of the vehicle cannot be served, or do not fit
   * the chosen service.
   */
  FAILED_WRONG_CHARGE_PARAMETER("FAILED_WrongChargeParameter");

  private final String wireName;

  ResponseCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
