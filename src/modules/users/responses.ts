export { answerUser, toUserResponse, UserResponse } from './http/user.response';
