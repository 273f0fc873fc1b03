export { toUserResponse, UserResponse } from './http/user.response';
