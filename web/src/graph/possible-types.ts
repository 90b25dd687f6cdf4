/** Which types an interface or a union of the graph stands for; a test holds it to the schema. */
export const POSSIBLE_TYPES = {
  CounterExchangeResult: ['Exchange', 'NotFound', 'InvalidInput', 'ItemUnavailable', 'WrongState'],
  CreatePhotoUploadResult: ['PhotoUpload', 'InvalidInput', 'RateLimited'],
  ExchangeActionResult: ['Exchange', 'NotFound', 'ItemUnavailable', 'WrongState'],
  Failure: ['EmailTaken', 'HandleTaken', 'InvalidInput', 'ItemUnavailable', 'NotFound', 'RateLimited', 'SessionExpired', 'WrongCredentials', 'WrongState'],
  LogInResult: ['Session', 'WrongCredentials', 'RateLimited'],
  ProposeExchangeResult: ['Exchange', 'InvalidInput', 'ItemUnavailable', 'RateLimited'],
  PublishItemResult: ['Item', 'InvalidInput', 'RateLimited'],
  RefreshSessionResult: ['Session', 'SessionExpired'],
  RegisterResult: ['Session', 'InvalidInput', 'HandleTaken', 'EmailTaken', 'RateLimited'],
  SendMessageResult: ['Message', 'NotFound', 'InvalidInput', 'RateLimited'],
  UpdateProfileResult: ['Viewer', 'InvalidInput', 'HandleTaken'],
  WithdrawItemResult: ['Item', 'NotFound', 'ItemUnavailable'],
};
